package org.throughline.mapping.cel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The common comparisons of mappings, such as {@code exited == null || exited >= entered}, answered without the CEL library and
 * with its answers. Values are those that an {@link Answer} carries.
 */
@FunctionalInterface
interface Plain {

    /** What a part gives where the values at hand allow no answer. */
    Object NO_ANSWER = new Object();

    Object value(Values values);

    /** The same, where a day may still be a day, which compares with others as the time that an answer carries. */
    default Object uncarried(Values values) {
        return value(values);
    }

    static Plain constant(Object value) {
        return values -> value;
    }

    /**
     * The value of a name.
     *
     * @param place as the scope gave it
     */
    static Plain variable(String name, int place) {
        return new Variable(name, place);
    }

    /** The value of a name. */
    record Variable(String name, int place) implements Plain {

        @Override
        public Object value(Values values) {
            return carried(values.value(name, place));
        }

        @Override
        public Object uncarried(Values values) {
            Object value = values.value(name, place);
            return value instanceof LocalDate ? value : carried(value);
        }
    }

    static Plain not(Plain inner) {
        return values -> inner.value(values) instanceof Boolean answer ? (Object) !answer : NO_ANSWER;
    }

    /** Or, and: one side may have no answer where the other decides. */
    static Plain either(Plain left, Plain right, boolean decisive) {
        return values -> {
            Object first = left.value(values);
            if (first instanceof Boolean answer && answer == decisive) {
                return decisive;
            }
            Object second = right.value(values);
            if (second instanceof Boolean answer && answer == decisive) {
                return decisive;
            }
            return first instanceof Boolean && second instanceof Boolean ? (Object) !decisive : NO_ANSWER;
        };
    }

    static Plain equal(Plain left, Plain right, boolean wanted) {
        return values -> {
            Object first = left.uncarried(values);
            Object second = right.uncarried(values);
            if (first == NO_ANSWER || second == NO_ANSWER) {
                return NO_ANSWER;
            }
            return same(first, second) == wanted;
        };
    }

    /** Smaller than: with the sides changed and the answer turned, every comparison. */
    static Plain smaller(Plain left, Plain right, boolean wanted) {
        return values -> {
            Object first = left.uncarried(values);
            Object second = right.uncarried(values);
            if (first instanceof LocalDate day && second instanceof LocalDate other) {
                return day.isBefore(other) == wanted;
            }
            return smaller(carried(first), carried(second), wanted);
        };
    }

    private static Object smaller(Object first, Object second, boolean wanted) {
        if (first == null || second == null || first.getClass() != second.getClass()) {
            return NO_ANSWER;
        }
        return first == NO_ANSWER ? NO_ANSWER : (Object) (compare(first, second) < 0 == wanted);
    }

    static Plain choice(Plain condition, Plain yes, Plain no) {
        return values -> {
            Object answer = condition.value(values);
            if (answer instanceof Boolean decided) {
                return decided ? yes.value(values) : no.value(values);
            }
            return NO_ANSWER;
        };
    }

    private static boolean same(Object first, Object second) {
        if (first instanceof LocalDate && second instanceof LocalDate || first == null || second == null) {
            return Objects.equals(first, second);
        }
        return sameCarried(carried(first), carried(second));
    }

    private static boolean sameCarried(Object first, Object second) {
        if (first instanceof Double left && second instanceof Double right) {
            return left.doubleValue() == right.doubleValue();
        }
        return first.equals(second);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object left, Object right) {
        return sameCarried(left, right) ? 0 : ((Comparable<Object>) left).compareTo(right);
    }

    /** A value as an {@link Answer} carries it. */
    static Object carried(Object value) {
        if (value instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
    }
}
