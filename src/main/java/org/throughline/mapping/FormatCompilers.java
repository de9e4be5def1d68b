package org.throughline.mapping;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The formats of a plain file or of an archive's member, by their word in a mapping. */
final class FormatCompilers {
    private static final Map<String, FormatCompiler> BY_WORD = new TreeMap<>(Map.ofEntries(
            Map.entry("csv", new DelimitedCompiler()),
            Map.entry("fixed_width", new FixedWidthCompiler()),
            Map.entry("json", new JsonCompiler(false)),
            Map.entry("ndjson", new JsonCompiler(true)),
            Map.entry("xlsx", new XlsxCompiler()),
            Map.entry("xml", new XmlCompiler())));

    private FormatCompilers() {}

    /** The words of all. */
    static Set<String> words() {
        return BY_WORD.keySet();
    }

    /** The compiler of a known word. */
    static FormatCompiler of(String word) {
        return BY_WORD.get(word);
    }
}
