package org.throughline.mapping.cel;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongBinaryOperator;
import java.util.function.Predicate;

/** The common functions of mappings, answered without the CEL library and with its answers. */
final class PlainCalls {

    private PlainCalls() {}

    /** A function of the hub's own. */
    static Plain function(LibraryFunction function, List<Plain> arguments) {
        Plain[] parts = arguments.toArray(Plain[]::new);
        return values -> {
            Object[] given = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                given[i] = parts[i].uncarried(values);
                if (given[i] == Plain.NO_ANSWER) {
                    return Plain.NO_ANSWER;
                }
            }
            try {
                return Plain.carried(function.apply(given));
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException noAnswer) {
                return Plain.NO_ANSWER;
            }
        };
    }

    /** A list of parts, for a function of a list. */
    static Plain list(List<Plain> items) {
        Plain[] parts = items.toArray(Plain[]::new);
        return values -> {
            Object[] given = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                given[i] = parts[i].value(values);
                if (given[i] == Plain.NO_ANSWER) {
                    return Plain.NO_ANSWER;
                }
            }
            return Arrays.asList(given);
        };
    }

    static Plain in(Plain part, Set<String> constants) {
        Set<String> known = Set.copyOf(constants);
        return values -> {
            Object value = part.value(values);
            return value == Plain.NO_ANSWER ? value : (Object) (value != null && known.contains(value));
        };
    }

    /** A question about a text; nothing has no answer. */
    static Plain ofText(Plain part, Predicate<String> question) {
        return values -> part.value(values) instanceof String text ? (Object) question.test(text) : Plain.NO_ANSWER;
    }

    /** Two texts, one behind the other. */
    static Plain joined(Plain left, Plain right) {
        return values -> left.value(values) instanceof String first && right.value(values) instanceof String second
                ? (Object) first.concat(second)
                : Plain.NO_ANSWER;
    }

    /** Arithmetic of whole numbers; one that is too large has no answer. */
    static Plain whole(Plain left, Plain right, LongBinaryOperator operator) {
        return values -> {
            if (left.value(values) instanceof Long first && right.value(values) instanceof Long second) {
                try {
                    return operator.applyAsLong(first, second);
                } catch (ArithmeticException tooLarge) {
                    return Plain.NO_ANSWER;
                }
            }
            return Plain.NO_ANSWER;
        };
    }
}
