package org.throughline.find;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.throughline.intake.Counts;
import org.throughline.intake.FeedId;
import org.throughline.intake.SubmissionStatus;

/**
 * A submission that was found.
 *
 * @param sha256 hash of the original
 * @param sealedSha256 hash of the encrypted bytes, where it came sealed
 * @param duplicateOf the earlier submission with the same bytes
 * @param closed records that ended because a snapshot no longer holds them
 * @param purged what of it was purged at the end of its retention: originals, records
 */
public record FoundSubmission(
        long number,
        FeedId feed,
        String fileName,
        String sha256,
        Optional<String> sealedSha256,
        Instant receivedAt,
        SubmissionStatus status,
        Optional<Long> duplicateOf,
        Counts records,
        long closed,
        List<String> purged) {

    public FoundSubmission {
        purged = List.copyOf(purged);
    }
}
