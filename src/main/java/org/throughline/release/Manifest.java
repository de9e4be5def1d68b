package org.throughline.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an outcome file says of itself, delivered beside it once the file stands whole;
 * schema/outcome-file-v1.schema.json.
 *
 * @param supersedes the last delivered file, which this one replaces whole
 * @param measures the measures in the file
 * @param notices notices that bind whoever reads the rows of the measures named
 */
record Manifest(
        String file,
        String sha256,
        long rows,
        int sequence,
        Instant writtenAt,
        LocalDate localDay,
        String recipient,
        Optional<Superseded> supersedes,
        List<MeasureNote> measures,
        List<Notice> notices) {
    /** Identity of the format. */
    static final String SCHEMA = "outcome-file-v1";

    Manifest {
        measures = List.copyOf(measures);
        notices = List.copyOf(notices);
    }

    /** A file that is replaced. */
    record Superseded(String file, String sha256) {}

    /** A measure in the file; the watermark is empty where no row of it tells anything. */
    record MeasureNote(String measure, int version, String window, long rows, Optional<LocalDate> observedThrough) {}

    /** A notice, and the measures whose rows it binds. */
    record Notice(String text, List<String> measures) {}
}
