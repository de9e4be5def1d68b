package org.throughline.mapping.value;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The ways to clean a text. What is empty afterwards counts as missing. */
public enum Clean {
    /** Without white space at either end. */
    TRIM(Clean::trimmed),
    /** Every run of white space becomes one blank; none at either end. */
    COLLAPSE(Clean::collapsed),
    /** In capitals. */
    UPPER(text -> text.toUpperCase(Locale.ROOT)),
    /** In small letters. */
    LOWER(text -> text.toLowerCase(Locale.ROOT)),
    /** A person's name as the hub keeps it: composed characters, single blanks, capitals. */
    NAME(text -> (tidy(text) ? text : COLLAPSE.apply(composed(text))).toUpperCase(Locale.ROOT)),
    /** Digits only. */
    DIGITS(text -> kept(text, "")),
    /** A telephone number of the United States: ten digits without the leading 1; other lengths keep all their digits. */
    PHONE_US(text -> withoutCountry(kept(text, ""))),
    /** A Social Security number: its digits, and x where a digit is not known (HMIS 3.02). */
    SSN(text -> kept(text, "xX").toLowerCase(Locale.ROOT)),
    /** Characters composed (Unicode NFC). */
    NFC(Clean::composed);

    private static final String WHITE = " \t\n\u000B\f\r\u00A0";
    private static final int US_NUMBER = 10;
    private static final char FIRST_COMBINING = '\u0300';

    private final UnaryOperator<String> step;

    Clean(UnaryOperator<String> step) {
        this.step = step;
    }

    /** The cleaned text, possibly empty. */
    public String apply(String text) {
        return step.apply(text);
    }

    /** The word used in mappings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of all. */
    public static Set<String> words() {
        return Arrays.stream(values()).map(Clean::word).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The one with this word. */
    public static Optional<Clean> of(String word) {
        return Arrays.stream(values())
                .filter(clean -> clean.word().equals(word))
                .findFirst();
    }

    /** Without white space at either end; no-break spaces count. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        if (end > 0 && plain(text.charAt(0)) && plain(text.charAt(end - 1))) {
            return text;
        }
        while (start < end && space(text.charAt(start))) {
            start++;
        }
        while (end > start && space(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** True for signs of ASCII that are no white space: nearly all that there are. */
    private static boolean plain(char letter) {
        return letter > ' ' && letter < 128;
    }

    private static boolean space(char letter) {
        return letter <= ' ' || letter == '\u00A0' || Character.isWhitespace(letter);
    }

    /** True for signs of ASCII with single blanks between them, which are composed and collapsed already. */
    private static boolean tidy(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!plain(letter) && (letter != ' ' || blank)) {
                return false;
            }
            blank = letter == ' ';
        }
        return !blank;
    }

    private static String collapsed(String text) {
        boolean single = true;
        for (int i = 0; i < text.length() && single; i++) {
            char letter = text.charAt(i);
            single = letter == ' '
                    ? i + 1 < text.length() && WHITE.indexOf(text.charAt(i + 1)) < 0
                    : letter > ' ' && letter != '\u00A0';
        }
        return trimmed(single ? text : collapsedRuns(text));
    }

    private static String collapsedRuns(String text) {
        StringBuilder single = new StringBuilder(text.length());
        boolean after = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = WHITE.indexOf(text.charAt(i)) >= 0;
            if (!blank || !after) {
                single.append(blank ? ' ' : text.charAt(i));
            }
            after = blank;
        }
        return single.toString();
    }

    /** The digits of a text, and these letters. */
    private static String kept(String text, String letters) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= '0' && letter <= '9' || letters.indexOf(letter) >= 0) {
                kept.append(letter);
            }
        }
        return kept.length() == text.length() ? text : kept.toString();
    }

    private static String withoutCountry(String digits) {
        return digits.length() == US_NUMBER + 1 && digits.charAt(0) == '1' ? digits.substring(1) : digits;
    }

    /** Characters below the first combining one are composed already. */
    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
