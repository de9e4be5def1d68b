package org.throughline.profile;

import java.util.Optional;

/**
 * What somebody knows of a sample.
 *
 * @param rows where the records of JSON or XML stand
 * @param header false where the first record is no header
 */
public record SampleHints(Optional<String> rows, boolean header) {

    /** Nothing is known. */
    public static SampleHints none() {
        return new SampleHints(Optional.empty(), true);
    }
}
