package org.throughline.mapping;

import java.util.List;

/**
 * What became of one test of a mapping.
 *
 * @param name the test's name, or that of the sample
 * @param file path below mappings/
 * @param line line from 1; 0 for a sample
 * @param differences what differs from what was expected, a sentence each; empty where the test passes
 */
public record MappingTestResult(String name, String file, int line, List<String> differences) {

    public MappingTestResult {
        differences = List.copyOf(differences);
    }

    /** True where nothing differs. */
    public boolean passed() {
        return differences.isEmpty();
    }
}
