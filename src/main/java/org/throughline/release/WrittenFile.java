package org.throughline.release;

import java.util.List;

/** A file as it was written: its manifest, rows and accounting. */
public record WrittenFile(OutcomeFile file, String manifest, List<OutcomeRow> rows, List<Disclosure> disclosures) {

    public WrittenFile {
        rows = List.copyOf(rows);
        disclosures = List.copyOf(disclosures);
    }
}
