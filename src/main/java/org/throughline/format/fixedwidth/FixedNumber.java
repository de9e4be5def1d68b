package org.throughline.format.fixedwidth;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number is written in a field: {@code 0012345} with two implied decimals is 123.45. A point that is written out counts
 * as written.
 */
public record FixedNumber(int decimals, Sign sign) {
    /** The most decimals that can be implied. */
    public static final int MOST_DECIMALS = 18;

    private static final Pattern WRITTEN =
            Pattern.compile("(?<before>[+-]?)(?<digits>\\d{1,36}(\\.\\d{0,18})?)(?<after>[+-]?)");

    /**
     * The number as {@code -123.45}, empty text for blanks; nothing where the text is no such number.
     *
     * @param text all characters of the field
     */
    Optional<String> read(String text) {
        if (text.isBlank()) {
            return Optional.of("");
        }
        boolean negative = negative(text);
        Matcher written = WRITTEN.matcher(unpunched(bare(text)));
        if (!written.matches()) {
            return Optional.empty();
        }
        String before = written.group("before");
        String after = written.group("after");
        boolean twice = !before.isEmpty() && !after.isEmpty() || negative && !(before + after).isEmpty();
        boolean minus = negative || (before + after).equals("-");
        return twice ? Optional.empty() : Optional.of(scaled(written.group("digits"), minus));
    }

    /** True where the number ends in blanks, so that its decimals cannot be told from them. */
    boolean endsEarly(String text) {
        boolean counted = decimals > 0 && text.indexOf('.') < 0 && !text.isBlank();
        int last = sign == Sign.TRAILING ? text.length() - 2 : text.length() - 1;
        return counted && last >= 0 && text.charAt(last) == ' ';
    }

    private static String bare(String text) {
        return text.strip();
    }

    private int punched(String bare) {
        int at = sign == Sign.OVERPUNCH ? bare.length() - 1 : 0;
        boolean signed = sign == Sign.OVERPUNCH || sign == Sign.OVERPUNCH_LEADING;
        return signed && Overpunch.is(bare.charAt(at)) ? at : -1;
    }

    private boolean negative(String text) {
        String bare = bare(text);
        int at = punched(bare);
        return at >= 0 && Overpunch.negative(bare.charAt(at));
    }

    private String unpunched(String bare) {
        int at = punched(bare);
        return at < 0 ? bare : bare.substring(0, at) + Overpunch.digit(bare.charAt(at)) + bare.substring(at + 1);
    }

    private String scaled(String digits, boolean minus) {
        BigDecimal number =
                digits.indexOf('.') < 0 ? new BigDecimal(digits).movePointLeft(decimals) : new BigDecimal(digits);
        return (minus ? number.negate() : number).toPlainString();
    }

    /**
     * The number as the field has it, filled with zeros.
     *
     * @throws IllegalArgumentException where it does not fit; the message names no value
     */
    String written(String canonical, int length) {
        if (canonical.isEmpty()) {
            return " ".repeat(length);
        }
        BigDecimal number = exact(canonical);
        boolean negative = number.signum() < 0;
        String digits = number.abs().unscaledValue().toString();
        boolean separate = sign == Sign.LEADING || sign == Sign.TRAILING;
        int room = separate ? length - 1 : length;
        if (digits.length() > room || negative && sign == Sign.NONE) {
            throw new IllegalArgumentException(
                    "A number of " + digits.length() + " digits does not fit into a field of " + length
                            + " characters with the sign " + sign.word() + ".");
        }
        return signed("0".repeat(room - digits.length()) + digits, negative);
    }

    private BigDecimal exact(String canonical) {
        try {
            return new BigDecimal(canonical).setScale(decimals);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "A value of " + canonical.length() + " characters is no number with " + decimals + " decimals.", e);
        }
    }

    private String signed(String digits, boolean negative) {
        int last = digits.length() - 1;
        return switch (sign) {
            case NONE -> digits;
            case LEADING -> (negative ? "-" : "+") + digits;
            case TRAILING -> digits + (negative ? "-" : "+");
            case OVERPUNCH -> digits.substring(0, last) + Overpunch.with(digits.charAt(last), negative);
            case OVERPUNCH_LEADING -> Overpunch.with(digits.charAt(0), negative) + digits.substring(1);
        };
    }
}
