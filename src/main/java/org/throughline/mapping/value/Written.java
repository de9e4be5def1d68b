package org.throughline.mapping.value;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** How a value is written as text: in keys, before code lists, and in messages to the sender. */
public final class Written {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Written() {}

    /** The text of a value that is not null; equal values have equal texts. */
    public static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof LocalDateTime time) {
            return DAY_AND_TIME.format(time);
        }
        return value.toString();
    }
}
