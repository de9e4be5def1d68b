package org.throughline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.mapping.Period;

/**
 * What a sender is told about a submission. Holds no cell value.
 *
 * @param submission number of the submission and of the receipt
 * @param earlier receipt of the earlier submission with the same bytes, as things stand now
 * @param totals what the sender states about the file as a whole
 * @param closed records that ended because a snapshot no longer holds them
 * @param purged which of its parts (originals, records) were purged at the end of their retention, and when
 */
public record Receipt(
        long submission,
        FeedId feed,
        String file,
        String sha256,
        Instant receivedAt,
        SubmissionStatus status,
        Optional<Receipt> earlier,
        Optional<Period> period,
        Counts records,
        long closed,
        List<MemberReport> members,
        List<ProblemReport> problems,
        List<ControlTotal> totals,
        Map<String, Instant> purged) {

    public Receipt {
        members = List.copyOf(members);
        problems = List.copyOf(problems);
        totals = List.copyOf(totals);
        purged = Map.copyOf(purged);
    }

    /** The earlier submission with the same bytes. */
    public Optional<Long> duplicateOf() {
        return earlier.map(Receipt::submission);
    }

    /** True where the bytes are gone, so that they cannot be read or shown again. */
    public boolean originalPurged() {
        return purged.containsKey("originals");
    }

    /** True where nothing is left for anybody to mend. */
    public boolean clean() {
        return (status == SubmissionStatus.LOADED || status == SubmissionStatus.DUPLICATE)
                && records.held() == 0
                && records.rejected() == 0;
    }
}
