package org.throughline.format.xlsx;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as they stand in a workbook, without exponent and without zeros that say nothing. */
final class NumberText {
    private static final int LONGEST = 400;

    private NumberText() {}

    /** The number in plain digits; empty where the text is no number that a spreadsheet can hold. */
    static Optional<String> of(String stored) {
        if (stored.isEmpty() || stored.length() > LONGEST) {
            return Optional.empty();
        }
        return whole(stored) ? Optional.of(stored) : decimal(stored);
    }

    private static boolean whole(String stored) {
        int start = stored.charAt(0) == '-' ? 1 : 0;
        for (int at = start; at < stored.length(); at++) {
            if (stored.charAt(at) < '0' || stored.charAt(at) > '9') {
                return false;
            }
        }
        return stored.length() > start && !(start == 1 && stored.charAt(1) == '0');
    }

    private static Optional<String> decimal(String stored) {
        try {
            BigDecimal number = new BigDecimal(stored);
            boolean fits = Math.abs((long) number.scale()) <= LONGEST && !Double.isInfinite(number.doubleValue());
            return fits ? Optional.of(plain(number)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
