package org.throughline.mapping.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date pattern of a mapping, in java.time letters. Month names may be in any case; a year of four letters takes four digits.
 *
 * @param text as its author wrote it
 * @param shortYear true where the year has two digits
 * @param plain the same pattern, read the short way; empty where that cannot be
 */
public record DayPattern(String text, DateTimeFormatter formatter, boolean shortYear, Optional<PlainPattern> plain) {

    private static final Pattern YEAR = Pattern.compile("'[^']*'|(?<![yu])(?:yyyy|uuuu|yy|uu)(?![yu])");
    private static final ZonedDateTime PROBE = ZonedDateTime.of(2013, 11, 22, 13, 14, 15, 0, ZoneOffset.UTC);

    /** The pattern of these letters; empty where java.time does not know it. */
    public static Optional<DayPattern> of(String text) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        boolean shortYear = false;
        try {
            Matcher year = YEAR.matcher(text);
            int from = 0;
            while (year.find()) {
                if (year.group().startsWith("'")) {
                    continue;
                }
                append(builder, text.substring(from, year.start()));
                shortYear |= year.group().length() == 2;
                appendYear(builder, year.group().length());
                from = year.end();
            }
            append(builder, text.substring(from));
            DateTimeFormatter formatter = builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
            return Optional.of(new DayPattern(text, formatter, shortYear, PlainPattern.of(text)));
        } catch (IllegalArgumentException unknownLetter) {
            return Optional.empty();
        }
    }

    /** True where a day written by this pattern is read again as the same day: no minutes for months, no week-based years. */
    public boolean tellsDay() {
        return tells(DateTimeFormatter.ISO_LOCAL_DATE);
    }

    /** True where a month written by this pattern is read again as the same month, or a quarter as the same quarter. */
    public boolean tellsMonth() {
        return tells(DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT))
                || tells(DateTimeFormatter.ofPattern("uuuu-Q", Locale.ROOT));
    }

    private boolean tells(DateTimeFormatter part) {
        try {
            return part.format(formatter.parse(formatter.format(PROBE))).equals(part.format(PROBE));
        } catch (DateTimeException cannot) {
            return false;
        }
    }

    private static void append(DateTimeFormatterBuilder builder, String letters) {
        if (!letters.isEmpty()) {
            builder.appendPattern(letters);
        }
    }

    private static void appendYear(DateTimeFormatterBuilder builder, int digits) {
        if (digits == 2) {
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(2000, 1, 1));
        } else {
            builder.appendValue(ChronoField.YEAR, 4);
        }
    }
}
