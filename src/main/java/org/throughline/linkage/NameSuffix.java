package org.throughline.linkage;

import java.util.List;
import java.util.Map;

/** Generational suffixes; two clients with different ones are father and child until a person says otherwise. */
final class NameSuffix {
    private static final Map<String, String> GENERATIONS = Map.ofEntries(
            Map.entry("SR", "1"),
            Map.entry("SENIOR", "1"),
            Map.entry("I", "1"),
            Map.entry("JR", "2"),
            Map.entry("JUNIOR", "2"),
            Map.entry("II", "2"),
            Map.entry("2ND", "2"),
            Map.entry("III", "3"),
            Map.entry("3RD", "3"),
            Map.entry("IV", "4"),
            Map.entry("4TH", "4"),
            Map.entry("V", "5"));

    private NameSuffix() {}

    /** The generation that a suffix names; empty for none and for a title. */
    static String generation(String rawSuffix) {
        return GENERATIONS.getOrDefault(NameText.word(rawSuffix), "");
    }

    /** The generation at the end of a family name; empty where it ends otherwise. */
    static String atEndOf(List<String> lastName) {
        return lastName.size() < 2 ? "" : GENERATIONS.getOrDefault(lastName.get(lastName.size() - 1), "");
    }
}
