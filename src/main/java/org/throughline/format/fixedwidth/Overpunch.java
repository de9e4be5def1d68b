package org.throughline.format.fixedwidth;

/** The digits that carry a sign in their zone, as punched cards had them and mainframes still write them. */
final class Overpunch {
    private static final String PLUS = "{ABCDEFGHI";
    private static final String MINUS = "}JKLMNOPQR";

    private Overpunch() {}

    /** True for a digit with a sign in its zone. */
    static boolean is(char character) {
        return PLUS.indexOf(character) >= 0 || MINUS.indexOf(character) >= 0;
    }

    static boolean negative(char character) {
        return MINUS.indexOf(character) >= 0;
    }

    /** The digit without its sign. */
    static char digit(char character) {
        return (char) ('0' + Math.max(PLUS.indexOf(character), MINUS.indexOf(character)));
    }

    /** The digit with its sign. */
    static char with(char digit, boolean negative) {
        return (negative ? MINUS : PLUS).charAt(digit - '0');
    }
}
