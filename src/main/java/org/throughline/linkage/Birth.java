package org.throughline.linkage;

import java.time.LocalDate;

/**
 * A birth date as far as it is evidence.
 *
 * @param day the date; its month and day mean nothing where only the year counts
 * @param precision how much of it counts
 */
record Birth(LocalDate day, Precision precision) {

    /** How much of a birth date counts. */
    enum Precision {
        /** The whole date. */
        FULL,
        /** January 1: often stands for a year alone, so that agreement on it is weak. */
        WEAK,
        /** The year, give or take one (HMIS 3.03.2, quality 2). */
        YEAR
    }

    static Agreement compare(Birth a, Birth b) {
        if (a.precision == Precision.FULL && b.precision == Precision.FULL) {
            return compareDays(a.day, b.day);
        }
        if (a.precision == Precision.WEAK && b.precision == Precision.WEAK && a.day.equals(b.day)) {
            return Agreement.CLOSE;
        }
        return Math.abs(a.day.getYear() - b.day.getYear()) <= 1 ? Agreement.UNKNOWN : Agreement.DIFFERS;
    }

    private static Agreement compareDays(LocalDate a, LocalDate b) {
        if (a.equals(b)) {
            return Agreement.AGREES;
        }
        var swapped = a.getYear() == b.getYear()
                && a.getMonthValue() == b.getDayOfMonth()
                && a.getDayOfMonth() == b.getMonthValue();
        return swapped || Digits.isTypingError(digits(a), digits(b)) ? Agreement.CLOSE : Agreement.DIFFERS;
    }

    private static String digits(LocalDate day) {
        return String.valueOf(day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth());
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "Birth[" + precision + "]";
    }
}
