package org.throughline.mapping.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain shapes answer random texts as the regular expression engine does. */
class PlainShapeTest {

    private static final String LETTERS = "09AZaz-_ B5\u0660\n";

    @ParameterizedTest
    @ValueSource(strings = {"A-\\d{2}", "\\d{3}", "[A-Z]\\d", "[A-Ba5-9]{2}Z", "z", "[0-9]{1}[az]", "B_ -"})
    void answersAsTheEngineDoes(String regex) {
        Predicate<String> plain = PlainShape.of(Pattern.compile(regex));
        Predicate<String> engine = Pattern.compile(regex).asMatchPredicate();
        assertThat(plain).isInstanceOf(PlainShape.class);
        Random random = new Random(regex.hashCode());
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(5); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            assertThat(plain.test(text.toString())).as("%s of %s", text, regex).isEqualTo(engine.test(text.toString()));
        }
    }

    @Test
    void leavesEverythingElseToTheEngine() {
        for (String regex : List.of("A+", "A{2,3}", "[^A]", "A|B", "(A)", "A.", "\\w", "[A-Z]?", "A*", "^A$", "[A-]")) {
            assertThat(PlainShape.of(Pattern.compile(regex))).as(regex).isNotInstanceOf(PlainShape.class);
        }
    }
}
