package org.throughline.setup;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long what a partner sends is kept: each span counts from the later of a file's arrival and the end of its reporting period.
 *
 * @param originals how long the bytes as delivered are kept, such as {@code 3 years}
 * @param records how long what was made of them is kept; never shorter than originals
 * @param reason statute, schedule or agreement that says so
 */
public record Retention(String originals, String records, String reason) {
    private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,4}) (day|month|year)s?");
    private static final LocalDate ANY_DAY = LocalDate.of(2001, 1, 1);
    private static final Map<String, IntFunction<Period>> UNITS =
            Map.of("day", Period::ofDays, "month", Period::ofMonths, "year", Period::ofYears);

    /** The text of a span as it is stored; throws where it is none. */
    static String span(String text) {
        String span = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        length(span);
        return span;
    }

    /** True where the originals outlive the records that were made of them, and would bring them back. */
    boolean originalsOutliveRecords() {
        return ANY_DAY.plus(length(originals)).isAfter(ANY_DAY.plus(length(records)));
    }

    private static Period length(String span) {
        Matcher parts = SPAN.matcher(span);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The text is no span.");
        }
        return UNITS.get(parts.group(2)).apply(Integer.parseInt(parts.group(1)));
    }
}
