package org.throughline.format.fixedwidth;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which word at which place of a line tells the type of its record. Words may differ in length; the longest that fits counts.
 *
 * @param start first character of the type, from 1
 * @param length characters of a type that is not among the words
 */
public record RecordTypes(int start, int length, List<String> words) {
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9]{0,9}");

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

    boolean is(FixedLines line, String word) {
        return line.has(word, start) && of(line).filter(word::equals).isPresent();
    }

    /** The type of a line that has none of the words, where it looks like a type at all. */
    Optional<String> unknown(FixedLines line) {
        return Optional.of(line.text(start, start + length - 1).strip())
                .filter(text -> WORD.matcher(text).matches());
    }

    /** Last character that can be part of a type, from 1. */
    int end() {
        int longest = words.isEmpty() ? 0 : words.get(0).length();
        return start + Math.max(length, longest) - 1;
    }
}
