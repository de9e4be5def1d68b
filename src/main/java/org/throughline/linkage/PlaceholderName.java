package org.throughline.linkage;

import java.util.Set;
import java.util.regex.Pattern;

/** Names that stand for no name. */
final class PlaceholderName {
    private static final Set<String> WORDS = Set.of(
            "UNKNOWN",
            "UNK",
            "ANON",
            "ANONYMOUS",
            "TEST",
            "TESTER",
            "TESTCLIENT",
            "TESTPATIENT",
            "NONAME",
            "NONE",
            "NA",
            "REFUSED",
            "MISSING",
            "NOTGIVEN",
            "NOTCOLLECTED",
            "NOTPROVIDED",
            "CLIENTREFUSED",
            "CLIENTDOESNTKNOW",
            "DATANOTCOLLECTED",
            "BABY",
            "BABYBOY",
            "BABYGIRL",
            "INFANT",
            "NEWBORN",
            "UNBORN");

    private static final Set<String> DOE_FIRST_NAMES = Set.of("JOHN", "JANE", "JON", "BABY");

    private static final Pattern NUMBERED_BABY = Pattern.compile("BABY(BOY|GIRL)?([A-D]|\\d+)?");

    private PlaceholderName() {}

    /** True where a first name stands for no name, also numbered ones such as BABY BOY 2 or BABY A. */
    static boolean isFirst(String word) {
        return isAny(word) || NUMBERED_BABY.matcher(word).matches();
    }

    /** True where either name stands for no name. */
    static boolean isAny(String word) {
        return WORDS.contains(word)
                || word.length() > 1 && word.chars().distinct().count() == 1;
    }

    /** True for John Doe, Jane Doe and Baby Girl as first and last name. */
    static boolean isPair(String first, String last) {
        var doe = (last.equals("DOE") || last.equals("ROE")) && DOE_FIRST_NAMES.contains(first);
        return doe || first.equals("BABY") && (last.equals("BOY") || last.equals("GIRL"));
    }
}
