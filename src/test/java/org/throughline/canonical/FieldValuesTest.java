package org.throughline.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FieldValuesTest {

    private static final FieldValues VALUES =
            new FieldValues(new String[] {"sex", "gender", "veteran", "phone"}, new Object[] {null, "0", null, "1"});

    @Test
    void isAMapOfWhatIsKnown() {
        Map<String, Object> same = new LinkedHashMap<>();
        same.put("gender", "0");
        same.put("phone", "1");
        assertThat(VALUES).isEqualTo(same).hasSameHashCodeAs(same).hasSize(2);
        assertThat(VALUES.keySet()).containsExactly("gender", "phone");
        assertThat(VALUES.get("sex")).isNull();
        assertThat(VALUES.containsKey("sex")).isFalse();
        assertThat(VALUES.containsKey("phone")).isTrue();
        assertThat(FieldValues.NONE).isEmpty();
    }

    @Test
    void givesItsValuesInTheOrderOfOtherFields() {
        List<Field> fields = Entity.CLIENT_RECORD.fields();
        FieldValues inOrder =
                new FieldValues(new String[] {"first_name", "last_name", "sex"}, new Object[] {"A", "B", "F"});
        FieldValues mixed = new FieldValues(
                new String[] {"sex", "last_name", "unheard_of", "first_name"}, new Object[] {"F", "B", "?", "A"});

        assertThat(inOrder.of(fields)).isEqualTo(byName(fields, inOrder)).contains("A", "B", "F");
        assertThat(mixed.of(fields)).isEqualTo(byName(fields, inOrder));
        assertThat(FieldValues.NONE.of(fields)).hasSameSizeAs(fields).containsOnlyNulls();
    }

    private static Object[] byName(List<Field> fields, FieldValues values) {
        return fields.stream().map(field -> values.get(field.name())).toArray();
    }

    @Test
    void isNeverChanged() {
        assertThatThrownBy(() -> VALUES.put("sex", "F")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> VALUES.entrySet().iterator().remove())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> FieldValues.NONE.entrySet().iterator().next())
                .isInstanceOf(NoSuchElementException.class);
    }
}
