package org.throughline.format.hl7;

/** Finds parts of a text between delimiters without dividing the whole of it. */
final class Parts {
    private Parts() {}

    /** The part with this number, from 1; empty text where there is none. */
    static String part(String text, char delimiter, int number) {
        int from = 0;
        for (int passed = 1; passed < number; passed++) {
            int next = next(text, delimiter, from);
            if (next == text.length()) {
                return "";
            }
            from = next + 1;
        }
        return text.substring(from, next(text, delimiter, from));
    }

    /** How many parts there are, at least one. */
    static int count(String text, char delimiter) {
        int count = 1;
        for (int at = next(text, delimiter, 0); at < text.length(); at = next(text, delimiter, at + 1)) {
            count++;
        }
        return count;
    }

    private static int next(String text, char delimiter, int from) {
        int next = delimiter == Delimiters.NONE ? -1 : text.indexOf(delimiter, from);
        return next < 0 ? text.length() : next;
    }
}
