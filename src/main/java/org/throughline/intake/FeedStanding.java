package org.throughline.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a feed stands: what came last, and whether what is due is here.
 *
 * @param mapping id of the mapping that reads it
 * @param status testing, certified, live or stopped
 * @param setUpAt when its partner file was applied last; empty for a trial feed
 * @param last its latest submission
 * @param lastArrival when the latest submission came that was not refused or a duplicate
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
        if (lastArrival.filter(arrival -> arrival.isAfter(since(due, latest))).isPresent()) {
            return isEmpty() ? Timeliness.NOTHING_TO_REPORT : Timeliness.HERE;
        }
        if (setUpAt.filter(latest::isBefore).isPresent()) {
            return Timeliness.EXPECTED;
        }
        return now.isAfter(latest.plus(due.grace())) ? Timeliness.MISSING : Timeliness.LATE;
    }

    /** What comes within the grace of the due time before counts for that one, up to half of the way to this one. */
    private static Instant since(Expectation due, Instant latest) {
        Instant before = due.latest(latest.minusNanos(1));
        Instant halfWay = before.plus(Duration.between(before, latest).dividedBy(2));
        Instant graceEnds = before.plus(due.grace());
        return graceEnds.isBefore(halfWay) ? graceEnds : halfWay;
    }

    private boolean isEmpty() {
        return last.filter(latest -> latest.status().equals("loaded") && latest.read() == 0)
                .isPresent();
    }
}
