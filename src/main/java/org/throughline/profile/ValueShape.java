package org.throughline.profile;

/** The shape of a value: {@code 9} for a digit, {@code A} and {@code a} for letters, everything else as it is. */
final class ValueShape {
    private static final int LONGEST = 24;

    private ValueShape() {}

    /** Such as {@code A999999} or {@code 99/99/9999}; a text of more than 24 characters has the shape of a text. */
    static String of(String value) {
        if (value.length() > LONGEST) {
            return "text";
        }
        StringBuilder shape = new StringBuilder(value.length());
        value.codePoints().forEach(letter -> shape.appendCodePoint(letter(letter)));
        return shape.toString();
    }

    private static int letter(int letter) {
        if (Character.isDigit(letter)) {
            return '9';
        }
        if (Character.isLetter(letter)) {
            return Character.isUpperCase(letter) ? 'A' : 'a';
        }
        return Character.isISOControl(letter) ? '?' : letter;
    }
}
