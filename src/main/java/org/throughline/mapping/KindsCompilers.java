package org.throughline.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The formats of a file that holds several kinds of record, by their word under {@code bundle}. */
final class KindsCompilers {
    private static final String ARCHIVE = "zip";
    private static final Map<String, KindsCompiler> BY_WORD = new TreeMap<>(Map.of(
            "fhir", new FhirKindsCompiler(), "fixed_width", new FixedWidthKindsCompiler(), "hl7", new Hl7Compiler()));

    private KindsCompilers() {}

    /** The words of all, and that of an archive. */
    static Set<String> words() {
        Set<String> words = new TreeSet<>(BY_WORD.keySet());
        words.add(ARCHIVE);
        return words;
    }

    /** The compiler of a word; empty for an archive. */
    static Optional<KindsCompiler> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
