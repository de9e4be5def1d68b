package org.throughline.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An outcome file about to be written, with its rows and its accounting.
 *
 * @param measureRun measure run whose statuses it tells
 * @param localDay local day of the recipient by which everything was judged
 * @param supersedes the last delivered file
 * @param manifest text of the manifest
 */
public record OutcomeDraft(
        Recipient recipient,
        int sequence,
        String name,
        long measureRun,
        Instant writtenAt,
        LocalDate localDay,
        String sha256,
        byte[] content,
        Optional<OutcomeFile> supersedes,
        String manifest,
        String purpose,
        List<OutcomeRow> rows,
        List<Disclosure> disclosures) {

    public OutcomeDraft {
        rows = List.copyOf(rows);
        disclosures = List.copyOf(disclosures);
    }

    /** Names the file only. */
    @Override
    public String toString() {
        return "OutcomeDraft[" + name + "]";
    }
}
