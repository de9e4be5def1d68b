package org.throughline.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A calendar of holidays that the agency keeps. Works out each year once. */
public final class Holidays {
    private final String calendar;
    private final List<Holiday> days;
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    /** The calendar of this name, such as us-federal. */
    public Holidays(String calendar, List<Holiday> days) {
        this.calendar = calendar;
        this.days = List.copyOf(days);
    }

    /** A holiday and when it falls. */
    public record Holiday(String name, HolidayRule rule) {
        private static final String BETWEEN = ": ";

        /** Name and rule in one line, as {@link #parse} reads it. */
        public String text() {
            return name + BETWEEN + rule.text();
        }

        /** A holiday out of its line. */
        public static Holiday parse(String line) {
            int end = line.lastIndexOf(BETWEEN);
            return new Holiday(line.substring(0, end), HolidayRule.parse(line.substring(end + BETWEEN.length())));
        }
    }

    /** Its name. */
    public String calendar() {
        return calendar;
    }

    /** The holidays as they are written. */
    public List<Holiday> days() {
        return days;
    }

    /** The name of the holiday on this day. */
    public Optional<String> on(LocalDate day) {
        return Optional.ofNullable(
                years.computeIfAbsent(day.getYear(), this::of).get(day));
    }

    /** One that is kept on a weekday can fall into the year before or after its own. */
    private Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> falling = new HashMap<>();
        for (Holiday holiday : days) {
            for (int own = year - 1; own <= year + 1; own++) {
                holiday.rule()
                        .in(own)
                        .filter(day -> day.getYear() == year)
                        .ifPresent(day -> falling.putIfAbsent(day, holiday.name()));
            }
        }
        return falling;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holidays holidays && holidays.calendar.equals(calendar) && holidays.days.equals(days);
    }

    @Override
    public int hashCode() {
        return 31 * calendar.hashCode() + days.hashCode();
    }

    @Override
    public String toString() {
        return calendar;
    }
}
