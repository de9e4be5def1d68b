package org.throughline.profile;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.throughline.mapping.value.ValueType;

/** Counts of which types the values of a column can be. */
final class TypeTally {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})");
    private static final Pattern ZEROS = Pattern.compile("0\\d+");
    private static final Set<String> TRUTH = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Set<String> NUMBERED = Set.of("id", "number", "key", "code", "postal", "phone", "social");
    private static final double NEARLY_ALL = 0.95;

    private final DayTally days = new DayTally();
    private long seen;
    private long whole;
    private long decimal;
    private long zeros;
    private long truth;

    void add(String value) {
        seen++;
        boolean number = DECIMAL.matcher(value).matches();
        decimal += number ? 1 : 0;
        whole += number && WHOLE.matcher(value).matches() ? 1 : 0;
        zeros += number && ZEROS.matcher(value).matches() ? 1 : 0;
        truth += TRUTH.contains(value) ? 1 : 0;
        days.add(value);
    }

    TypeGuess guess(HeaderWords words) {
        List<DayForm> best = days.best(NEARLY_ALL);
        if (!best.isEmpty()
                && (whole < seen || words.hasAny(Set.of("date", "birth", "month", "period", "death", "on")))) {
            return dated(best);
        }
        if (seen == 0) {
            return new TypeGuess(ValueType.STRING, List.of(), 0, "always empty");
        }
        if (truth == seen) {
            return plain(ValueType.BOOLEAN, "true or false throughout");
        }
        if (zeros > 0 || whole == seen && words.hasAny(NUMBERED)) {
            return plain(ValueType.STRING, zeros > 0 ? "digits with zeros before them" : "digits that name something");
        }
        if (whole == seen) {
            return plain(ValueType.INTEGER, "whole numbers throughout");
        }
        return decimal == seen ? plain(ValueType.NUMBER, "numbers throughout") : plain(ValueType.STRING, "text");
    }

    private static TypeGuess plain(ValueType type, String why) {
        return new TypeGuess(type, List.of(), 0, why);
    }

    private TypeGuess dated(List<DayForm> best) {
        ValueType type = best.get(0).type();
        List<String> formats = best.stream()
                .filter(form -> form.type() == type)
                .map(form -> form.pattern().text())
                .toList();
        String why = formats.size() > 1
                ? String.join(" and ", formats) + " read every value alike"
                : formats.get(0) + " reads "
                        + (days.read() == seen
                                ? "every value"
                                : days.read() + " of " + seen + " values, the other rows are held");
        return new TypeGuess(type, formats, seen - days.read(), why);
    }
}
