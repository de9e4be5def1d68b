package org.throughline.measure;

import java.time.LocalDate;

/**
 * The time after an index event in which an event counts. Days and months are never mixed: 180 days are not 6 months. Day 0,
 * the index day itself, counts.
 *
 * @param length how many
 * @param unit of what
 */
public record Window(int length, Unit unit) {

    /** The two kinds of window. */
    public enum Unit {
        /** Calendar days; the last day counts. */
        DAYS,
        /** Calendar months by {@link LocalDate#plusMonths}; the anniversary no longer counts (as in CFSR). */
        MONTHS
    }

    /** A window of days. */
    public static Window days(int days) {
        return new Window(days, Unit.DAYS);
    }

    /** A window of months. */
    public static Window months(int months) {
        return new Window(months, Unit.MONTHS);
    }

    /** The day to which a source must be complete before this index event counts: index plus window. */
    public LocalDate maturesOn(LocalDate index) {
        return unit == Unit.DAYS ? index.plusDays(length) : index.plusMonths(length);
    }

    /** The last day on which an event counts. */
    public LocalDate lastDay(LocalDate index) {
        return unit == Unit.DAYS ? maturesOn(index) : maturesOn(index).minusDays(1);
    }

    /** True where an event on this day counts. */
    public boolean contains(LocalDate index, LocalDate event) {
        return !event.isBefore(index) && !event.isAfter(lastDay(index));
    }

    /** Such as P180D or P6M. */
    public String name() {
        return "P" + length + (unit == Unit.DAYS ? "D" : "M");
    }
}
