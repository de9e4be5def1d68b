package org.throughline.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a feed stands: what came last, and whether what is due is here.
 *
 * @param mapping id of the mapping that reads it
 * @param status testing, certified, live or stopped
 * @param setUpAt since when something is expected; empty for a trial feed
 * @param last its latest submission
 * @param lastArrival when the latest submission came that was not refused or a duplicate
 * @param nothingNewAt when a channel was read last and had nothing new since its last, empty submission, or somebody stated that
 *     there is nothing to report
 * @param undecided submissions whose decision was cut off
 * @param openRecords records that are held or waiting
 */
public record FeedStanding(
        FeedId feed,
        String mapping,
        String status,
        Optional<Instant> setUpAt,
        Optional<Expectation> expectation,
        Optional<Last> last,
        Optional<Instant> lastArrival,
        Optional<Instant> nothingNewAt,
        long undecided,
        long openRecords) {

    /** The latest submission of a feed. */
    public record Last(long submission, Instant receivedAt, String status, long read) {}

    /** Whether what is due is here. */
    public Timeliness timeliness(Instant now) {
        if (status.equals("stopped")) {
            return Timeliness.STOPPED;
        }
        if (expectation.isEmpty()) {
            return Timeliness.UNSCHEDULED;
        }
        Expectation due = expectation.get();
        Instant latest = due.latest(now);
        Instant since = due.opens(latest);
        if (answeredAt().filter(answer -> answer.isAfter(since)).isPresent()) {
            return isEmpty() || nothingNewSince() ? Timeliness.NOTHING_TO_REPORT : Timeliness.HERE;
        }
        if (setUpAt.filter(latest::isBefore).isPresent()) {
            return Timeliness.EXPECTED;
        }
        return now.isAfter(latest.plus(due.grace())) ? Timeliness.MISSING : Timeliness.LATE;
    }

    /** When it answered last, be it that nothing is new. */
    public Optional<Instant> answeredAt() {
        return Stream.concat(lastArrival.stream(), nothingNewAt.stream()).max(Comparator.naturalOrder());
    }

    /** True where the latest answer was that nothing is new. */
    public boolean nothingNewSince() {
        return nothingNewAt
                .filter(at ->
                        last.filter(latest -> latest.receivedAt().isAfter(at)).isEmpty())
                .isPresent();
    }

    private boolean isEmpty() {
        return last.filter(latest -> latest.status().equals("loaded") && latest.read() == 0)
                .isPresent();
    }
}
