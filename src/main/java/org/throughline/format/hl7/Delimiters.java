package org.throughline.format.hl7;

import java.util.Optional;

/**
 * The characters that divide a message, as its own MSH-1 and MSH-2 state them. A character that MSH-2 does not name is
 * {@link #NONE}: nothing is divided by it.
 */
record Delimiters(char field, char component, char repetition, char escape, char subcomponent) {
    static final char NONE = '\0';

    private static final int SEPARATOR = 3;
    private static final int MOST = 5;

    /** Reads them from the text of an MSH segment; empty where they cannot be told apart. */
    static Optional<Delimiters> of(String header) {
        if (header.length() <= SEPARATOR + 1) {
            return Optional.empty();
        }
        char field = header.charAt(SEPARATOR);
        int end = header.indexOf(field, SEPARATOR + 1);
        String named = header.substring(SEPARATOR + 1, end < 0 ? header.length() : end);
        if (named.isEmpty() || named.length() > MOST || !distinct(field + named)) {
            return Optional.empty();
        }
        return Optional.of(new Delimiters(field, at(named, 0), at(named, 1), at(named, 2), at(named, SEPARATOR)));
    }

    private static boolean distinct(String characters) {
        return characters.chars().allMatch(Delimiters::divides)
                && characters.chars().distinct().count() == characters.length();
    }

    /** True of a printing character that is neither letter nor digit. */
    static boolean divides(int character) {
        return character > ' ' && character < 0x7F && !Character.isLetterOrDigit(character);
    }

    private static char at(String named, int index) {
        return index < named.length() ? named.charAt(index) : NONE;
    }
}
