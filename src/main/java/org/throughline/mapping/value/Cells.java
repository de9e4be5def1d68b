package org.throughline.mapping.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The ways to read a cell that need no date pattern. */
public final class Cells {

    /** What counts as true where a mapping does not say. */
    public static final List<String> TRUE_WORDS = List.of("true", "True", "TRUE", "1");

    /** What counts as false where a mapping does not say. */
    public static final List<String> FALSE_WORDS = List.of("false", "False", "FALSE", "0");

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})");

    private Cells() {}

    /** Text stays text. */
    public static Cell text() {
        return (text, receivedOn) -> text;
    }

    /** A whole number of at most 18 digits. */
    public static Cell whole() {
        return (text, receivedOn) -> WHOLE.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    /** A number with a point for its decimals, without thousands separators. */
    public static Cell number() {
        return (text, receivedOn) -> DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Yes or no, by words. */
    public static Cell truth(List<String> trueWords, List<String> falseWords) {
        Map<String, Boolean> words = new TreeMap<>();
        falseWords.forEach(word -> words.put(word, Boolean.FALSE));
        trueWords.forEach(word -> words.put(word, Boolean.TRUE));
        return (text, receivedOn) -> words.get(text);
    }
}
