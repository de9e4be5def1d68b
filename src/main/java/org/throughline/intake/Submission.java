package org.throughline.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * A submission whose original is kept.
 *
 * @param doneFile text of the done-file that came with it
 */
public record Submission(
        long number, Feed feed, String fileName, Original original, Instant receivedAt, Optional<String> doneFile) {

    /** The same under the number that it was entered with. */
    public Submission numbered(long entered) {
        return new Submission(entered, feed, fileName, original, receivedAt, doneFile);
    }
}
