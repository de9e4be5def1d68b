package org.throughline.trial;

import java.util.Optional;
import java.util.Set;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.canonical.FieldType;
import org.throughline.mapping.ColumnUse;
import org.throughline.mapping.MemberMapping;
import org.throughline.problem.Problem;

/**
 * Decides what a viewer sees of a value: itself, or its shape only, such as {@code Aaaa 99/99/9999}. Codes of code lists and
 * the mapping's own words are nobody's and always shown.
 */
final class Veil {
    private static final int LONGEST = 40;

    private final boolean lifted;

    /**
     * A veil.
     *
     * @param lifted true where the viewer may see the values
     */
    Veil(boolean lifted) {
        this.lifted = lifted;
    }

    /** A cell of the sender. */
    String cell(ColumnUse use, String cell) {
        return lifted || use.isCode(cell) ? cell : shape(cell);
    }

    /** A key of a canonical record. */
    String key(String key) {
        return lifted ? key : shape(key);
    }

    /** A field of a canonical record; empty where it has no value. */
    Optional<String> field(CanonicalRecord record, Field field, Optional<MemberMapping> member) {
        return record.value(field.name()).map(Object::toString).map(text -> {
            boolean plain = lifted
                    || field.type() == FieldType.BOOLEAN && !field.personal()
                    || words(member, record.entity(), field).contains(text);
            return plain ? text : shape(text);
        });
    }

    /** What is told about a problem. */
    String problem(Problem problem) {
        return lifted ? problem.told() : problem.fact();
    }

    private static Set<String> words(Optional<MemberMapping> member, Entity entity, Field field) {
        return member.map(known -> known.words(entity, field.name())).orElse(Set.of());
    }

    /** Letters become a and A, digits 9; signs and blanks stay. What is long is cut. */
    static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(letter -> shape.appendCodePoint(shape(letter)));
        long more = text.codePoints().count() - LONGEST;
        return more > 0 ? shape + "... and " + more + " more" : shape.toString();
    }

    private static int shape(int letter) {
        if (Character.isDigit(letter)) {
            return '9';
        }
        if (Character.isLetter(letter)) {
            return Character.isUpperCase(letter) ? 'A' : 'a';
        }
        return letter < ' ' || letter > '~' ? '?' : letter;
    }
}
