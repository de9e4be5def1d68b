package org.throughline.format.fixedwidth;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which word at which place of a line tells the type of its record. Words may differ in length; the longest that fits counts.
 *
 * @param start first character of the type, from 1
 * @param length characters of a type that is not among the words
 */
public record RecordTypes(int start, int length, List<String> words) {
    /** Stands for the type of a line that has none. */
    static final String NONE = "(no type)";

    /** So short that it is a type, and no value that slipped into its place. */
    private static final int SHORT = 3;

    public RecordTypes {
        words = words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    Optional<String> of(FixedLines line) {
        for (String word : words) {
            if (line.has(word, start)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** The kind of a line: one of the words, an unknown type that is short enough to be named, or none. */
    String kind(FixedLines line) {
        return of(line).orElseGet(() -> unknown(line));
    }

    private String unknown(FixedLines line) {
        String text = line.text(start, start + length - 1).strip();
        return !text.isEmpty() && text.length() <= SHORT && text.chars().allMatch(RecordTypes::named) ? text : NONE;
    }

    private static boolean named(int character) {
        return character >= 'A' && character <= 'Z' || character >= '0' && character <= '9';
    }

    /** Last character that can be part of a type, from 1. */
    int end() {
        int longest = words.isEmpty() ? 0 : words.get(0).length();
        return start + Math.max(length, longest) - 1;
    }
}
