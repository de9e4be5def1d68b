package org.throughline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.throughline.mapping.Period;

/**
 * What a sender is told about a submission. Holds no cell value.
 *
 * @param submission number of the submission and of the receipt
 * @param duplicateOf the earlier submission with the same bytes
 * @param closed records that ended because a snapshot no longer holds them
 */
public record Receipt(
        long submission,
        FeedId feed,
        String file,
        String sha256,
        Instant receivedAt,
        SubmissionStatus status,
        Optional<Long> duplicateOf,
        Optional<Period> period,
        Counts records,
        long closed,
        List<MemberReport> members,
        List<ProblemReport> problems) {

    public Receipt {
        members = List.copyOf(members);
        problems = List.copyOf(problems);
    }

    /** True where nothing is left for anybody to mend. */
    public boolean clean() {
        return (status == SubmissionStatus.LOADED || status == SubmissionStatus.DUPLICATE)
                && records.held() == 0
                && records.rejected() == 0;
    }
}
