package org.throughline.mapping.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** How a value is written as text: in keys, before code lists, and in messages to the sender. */
public final class Written {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private Written() {}

    /** The day as {@link LocalDate#toString} writes it; years of four digits without its detours. */
    private static String text(LocalDate day) {
        int year = day.getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return day.toString();
        }
        byte[] text = {0, 0, 0, 0, '-', 0, 0, '-', 0, 0};
        twoDigits(text, 0, year / 100);
        twoDigits(text, 2, year % 100);
        twoDigits(text, 5, day.getMonthValue());
        twoDigits(text, 8, day.getDayOfMonth());
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void twoDigits(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }

    /** The text of a value that is not null; equal values have equal texts. */
    public static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof LocalDateTime time) {
            return DAY_AND_TIME.format(time);
        }
        return value instanceof LocalDate day ? text(day) : value.toString();
    }
}
