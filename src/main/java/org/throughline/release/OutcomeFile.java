package org.throughline.release;

import java.time.Instant;
import java.util.Optional;

/**
 * An outcome file that was written: what became of one provider's former clients.
 *
 * @param sequence number of the file for its recipient, from 1
 * @param writtenAt instant of the decisions
 * @param rows rows without the header
 * @param deliveredAt when it stood at the provider's account; empty while it does not
 */
public record OutcomeFile(
        long id,
        String recipient,
        int sequence,
        String name,
        Instant writtenAt,
        String sha256,
        long rows,
        Optional<Instant> deliveredAt) {

    /** Name of its manifest. */
    public String manifestName() {
        return name.substring(0, name.lastIndexOf('.')) + ".manifest.json";
    }

    OutcomeFile delivered(Instant at) {
        return new OutcomeFile(id, recipient, sequence, name, writtenAt, sha256, rows, Optional.of(at));
    }
}
