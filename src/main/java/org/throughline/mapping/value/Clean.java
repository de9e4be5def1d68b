package org.throughline.mapping.value;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways to clean a text. What is empty afterwards counts as missing. */
public enum Clean {
    /** Without white space at either end. */
    TRIM(Clean::strip),
    /** Every run of white space becomes one blank; none at either end. */
    COLLAPSE(text -> strip(Patterns.SPACE.matcher(text).replaceAll(" "))),
    /** In capitals. */
    UPPER(text -> text.toUpperCase(Locale.ROOT)),
    /** In small letters. */
    LOWER(text -> text.toLowerCase(Locale.ROOT)),
    /** A person's name as the hub keeps it: composed characters, single blanks, capitals. */
    NAME(text -> COLLAPSE.apply(composed(text)).toUpperCase(Locale.ROOT)),
    /** Digits only. */
    DIGITS(text -> Patterns.NO_DIGIT.matcher(text).replaceAll("")),
    /** A telephone number of the United States: ten digits without the leading 1; other lengths keep all their digits. */
    PHONE_US(text -> Patterns.COUNTRY.matcher(DIGITS.apply(text)).replaceFirst("$1")),
    /** A Social Security number: its digits, and x where a digit is not known (HMIS 3.02). */
    SSN(text -> Patterns.NO_SSN.matcher(text).replaceAll("").toLowerCase(Locale.ROOT)),
    /** Characters composed (Unicode NFC). */
    NFC(Clean::composed);

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

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && space(text.charAt(start))) {
            start++;
        }
        while (end > start && space(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean space(char letter) {
        return letter <= ' ' || letter == '\u00A0' || Character.isWhitespace(letter);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Enum constants cannot use static fields of their own class. */
    private static final class Patterns {
        private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
        private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
        private static final Pattern NO_SSN = Pattern.compile("[^0-9xX]");
        private static final Pattern COUNTRY = Pattern.compile("^1(\\d{10})$");
    }
}
