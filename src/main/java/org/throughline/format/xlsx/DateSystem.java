package org.throughline.format.xlsx;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How a workbook counts days (ECMA-376, part 1, 18.17.4.1). */
enum DateSystem {
    /** Day 1 is 1900-01-01. Day 60 is 1900-02-29, which never was; a day after it is one too many. */
    FROM_1900 {
        @Override
        Optional<LocalDate> day(long days) {
            if (days < 1 || days == FALSE_LEAP_DAY || days > LAST_FROM_1900) {
                return Optional.empty();
            }
            return Optional.of(
                    LocalDate.of(1899, 12, days < FALSE_LEAP_DAY ? 31 : 30).plusDays(days));
        }
    },
    /** Day 0 is 1904-01-01. */
    FROM_1904 {
        @Override
        Optional<LocalDate> day(long days) {
            return days < 0 || days > LAST_FROM_1904
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(1904, 1, 1).plusDays(days));
        }
    };

    private static final int FALSE_LEAP_DAY = 60;
    private static final long LAST_FROM_1900 = 2_958_465;
    private static final long LAST_FROM_1904 = 2_957_003;
    private static final long DAY = 86_400_000;
    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;
    private static final long SECOND = 1_000;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    abstract Optional<LocalDate> day(long days);

    /** The canonical text of a number under a format that is not plain; empty where it is no day of this system. */
    Optional<String> text(double number, CellFormat format) {
        if (!(number >= 0 && number <= LAST_FROM_1900 + 1)) {
            return Optional.empty();
        }
        long milliseconds = Math.round(number * DAY);
        long days = milliseconds / DAY;
        long rest = milliseconds % DAY;
        if (format == CellFormat.ELAPSED) {
            return Optional.of(span(milliseconds));
        }
        if (format == CellFormat.TIME && days == 0) {
            return Optional.of(time(rest));
        }
        boolean bare = format == CellFormat.DATE && rest == 0;
        return day(days).map(day -> bare ? day.toString() : day + "T" + time(rest));
    }

    private static String time(long milliseconds) {
        return text(LocalTime.ofNanoOfDay(milliseconds * 1_000_000));
    }

    /** The canonical text of a day with a time. */
    static String text(LocalDateTime time) {
        return time.toLocalDate() + "T" + text(time.toLocalTime());
    }

    /** The canonical text of a time of day. */
    static String text(LocalTime time) {
        return (time.getNano() == 0 ? SECONDS : MILLISECONDS).format(time);
    }

    private static String span(long milliseconds) {
        String fraction = milliseconds % SECOND == 0 ? "" : String.format(".%03d", milliseconds % SECOND);
        return String.format(
                "%02d:%02d:%02d%s",
                milliseconds / HOUR, milliseconds % HOUR / MINUTE, milliseconds % MINUTE / SECOND, fraction);
    }
}
