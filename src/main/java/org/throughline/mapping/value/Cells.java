package org.throughline.mapping.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ways to read a cell that need no date pattern. */
public final class Cells {

    /** What counts as true where a mapping does not say. */
    public static final List<String> TRUE_WORDS = List.of("true", "True", "TRUE", "1");

    /** What counts as false where a mapping does not say. */
    public static final List<String> FALSE_WORDS = List.of("false", "False", "FALSE", "0");

    private static final int MOST_DIGITS = 18;

    private Cells() {}

    /** Text stays text. */
    public static Cell text() {
        return (text, receivedOn) -> text;
    }

    /** A whole number of at most 18 digits. */
    public static Cell whole() {
        return (text, receivedOn) -> isWhole(text) ? Long.valueOf(text) : null;
    }

    /** A number with a point for its decimals, without thousands separators. */
    public static Cell number() {
        return (text, receivedOn) -> isDecimal(text) ? new BigDecimal(text) : null;
    }

    /** Yes or no, by words. */
    public static Cell truth(List<String> trueWords, List<String> falseWords) {
        Map<String, Boolean> words = new TreeMap<>();
        falseWords.forEach(word -> words.put(word, Boolean.FALSE));
        trueWords.forEach(word -> words.put(word, Boolean.TRUE));
        return (text, receivedOn) -> words.get(text);
    }

    private static boolean isWhole(String text) {
        int from = afterSign(text);
        int digits = afterDigits(text, from) - from;
        return digits > 0 && digits <= MOST_DIGITS && from + digits == text.length();
    }

    /** Digits with or without decimals behind a point, or decimals alone; at most 18 of each. */
    private static boolean isDecimal(String text) {
        int from = afterSign(text);
        int point = afterDigits(text, from);
        if (point == text.length()) {
            return point > from && point - from <= MOST_DIGITS;
        }
        int end = afterDigits(text, point + 1);
        return text.charAt(point) == '.'
                && end == text.length()
                && point - from <= MOST_DIGITS
                && end - point - 1 <= MOST_DIGITS
                && end - from > 1;
    }

    private static int afterSign(String text) {
        return !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
