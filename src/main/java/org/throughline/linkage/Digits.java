package org.throughline.linkage;

import java.util.regex.Pattern;

/** Digit strings of equal length. */
final class Digits {

    private static final Pattern OTHER = Pattern.compile("[^0-9]");

    private Digits() {}

    /** True where one digit differs, or two neighbors are swapped. */
    static boolean isTypingError(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int first = firstDifference(a, b, 0);
        if (first < 0) {
            return false;
        }
        int second = firstDifference(a, b, first + 1);
        if (second < 0) {
            return true;
        }
        return second == first + 1
                && a.charAt(first) == b.charAt(second)
                && a.charAt(second) == b.charAt(first)
                && firstDifference(a, b, second + 1) < 0;
    }

    private static int firstDifference(String a, String b, int from) {
        for (int i = from; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return i;
            }
        }
        return -1;
    }

    /** The digits of a text. */
    static String in(String text) {
        return OTHER.matcher(text).replaceAll("");
    }

    /** True where all digits are the same one. */
    static boolean areOneDigit(String digits) {
        return digits.chars().distinct().count() == 1;
    }

    /** True where each digit is the one before plus the step, 9 and 0 being neighbors. */
    static boolean areRun(String digits, int step) {
        for (int i = 1; i < digits.length(); i++) {
            if ((digits.charAt(i) - digits.charAt(i - 1) - step) % 10 != 0) {
                return false;
            }
        }
        return true;
    }
}
