package org.throughline.mapping.value;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads days, months and times by the date patterns of a mapping, strictly, and years of two digits by the day of arrival. */
public final class Days {

    private final DayPattern[] patterns;
    private final ZoneId zone;

    /**
     * Patterns to try in order.
     *
     * @param zone the sender's zone, to which times with an offset of their own are brought
     */
    public Days(List<DayPattern> patterns, ZoneId zone) {
        this.patterns = patterns.toArray(DayPattern[]::new);
        this.zone = zone;
    }

    /** Reads a civil day; a time behind it is left out. */
    public Cell day() {
        BiFunction<DayPattern, String, Object> as = this::day;
        return (text, receivedOn) -> first(text, receivedOn, as);
    }

    private Object day(DayPattern pattern, String text) {
        return pattern.plain().isPresent()
                ? pattern.plain().get().day(text)
                : one(pattern, text, parsed -> parsed.query(TemporalQueries.localDate()));
    }

    /** Reads the first day of a month, or of a quarter where the pattern tells no month. */
    public Cell month() {
        return (text, receivedOn) -> first(
                text,
                receivedOn,
                (pattern, cell) -> one(
                        pattern, cell, parsed -> LocalDate.of(parsed.get(ChronoField.YEAR), firstMonth(parsed), 1)));
    }

    private static int firstMonth(TemporalAccessor parsed) {
        return parsed.isSupported(ChronoField.MONTH_OF_YEAR)
                ? parsed.get(ChronoField.MONTH_OF_YEAR)
                : 3 * (int) parsed.getLong(IsoFields.QUARTER_OF_YEAR) - 2;
    }

    /** Reads a civil day and time in the sender's zone; a day alone counts from midnight. */
    public Cell time() {
        BiFunction<DayPattern, String, Object> as = this::time;
        return (text, receivedOn) -> first(text, receivedOn, as);
    }

    private Object time(DayPattern pattern, String text) {
        return pattern.plain().isPresent() ? pattern.plain().get().time(text) : one(pattern, text, this::local);
    }

    private LocalDateTime local(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return ZonedDateTime.from(parsed).withZoneSameInstant(zone).toLocalDateTime();
        }
        return parsed.isSupported(ChronoField.HOUR_OF_DAY)
                ? LocalDateTime.from(parsed)
                : LocalDate.from(parsed).atStartOfDay();
    }

    private Object first(String text, LocalDate receivedOn, BiFunction<DayPattern, String, Object> as) {
        for (DayPattern pattern : patterns) {
            Object value = as.apply(pattern, text);
            if (value != null) {
                return pattern.shortYear() ? inCentury(value, receivedOn) : value;
            }
        }
        return null;
    }

    private static Object one(DayPattern pattern, String text, Function<TemporalAccessor, Object> as) {
        DateTimeFormatter formatter = pattern.formatter();
        ParsePosition position = new ParsePosition(0);
        if (formatter.parseUnresolved(text, position) == null || position.getIndex() < text.length()) {
            return null;
        }
        try {
            return as.apply(formatter.parse(text));
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** The latest century in which the day lies less than one year after the day of arrival. */
    private static Object inCentury(Object value, LocalDate receivedOn) {
        LocalDate limit = receivedOn.plusYears(1);
        LocalDateTime time = value instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) value;
        LocalDateTime moved = time;
        while (!moved.toLocalDate().isBefore(limit)) {
            moved = moved.minusYears(100);
        }
        while (moved.plusYears(100).toLocalDate().isBefore(limit)) {
            moved = moved.plusYears(100);
        }
        if (moved.getDayOfMonth() != time.getDayOfMonth()) {
            return null;
        }
        return value instanceof LocalDate ? moved.toLocalDate() : moved;
    }
}
