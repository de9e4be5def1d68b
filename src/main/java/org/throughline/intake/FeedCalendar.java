package org.throughline.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The due times of one feed, each with what came for it. */
public final class FeedCalendar {
    private final Expectation expectation;
    private final Optional<Instant> since;
    private final List<Answer> answers;

    /**
     * The calendar of a feed.
     *
     * @param since since when something is expected
     * @param answers everything that came, or was said, about the time in question
     */
    public FeedCalendar(Expectation expectation, Optional<Instant> since, List<Answer> answers) {
        this.expectation = expectation;
        this.since = since;
        this.answers = answers.stream().sorted(Comparator.comparing(Answer::at)).toList();
    }

    /**
     * What came for a feed.
     *
     * @param nothing true where it says that there is nothing to report
     */
    public record Answer(Instant at, boolean nothing) {}

    /** A due time, whether something came for it, and the first thing that did. */
    public record Entry(DueTime due, Timeliness timeliness, Optional<Instant> answeredAt) {}

    /** The due times from an instant to another, as they stand now. */
    public List<Entry> between(Instant from, Instant to, Instant now) {
        return expectation.between(from, to).stream()
                .map(due -> entry(due, now))
                .toList();
    }

    private Entry entry(DueTime due, Instant now) {
        Instant opens = expectation.opens(due.at());
        Instant closes = expectation.closes(due.at());
        List<Answer> own = answers.stream()
                .filter(answer -> answer.at().isAfter(opens) && !answer.at().isAfter(closes))
                .filter(answer -> !answer.at().isAfter(now))
                .toList();
        return own.isEmpty()
                ? new Entry(due, unanswered(due, now), Optional.empty())
                : new Entry(due, answered(due, own), Optional.of(own.get(0).at()));
    }

    private static Timeliness answered(DueTime due, List<Answer> own) {
        if (own.stream().allMatch(Answer::nothing)) {
            return Timeliness.NOTHING_TO_REPORT;
        }
        return own.get(0).at().isAfter(due.at()) ? Timeliness.CAME_LATE : Timeliness.ON_TIME;
    }

    private Timeliness unanswered(DueTime due, Instant now) {
        if (!due.isExpected() || since.filter(due.at()::isBefore).isPresent()) {
            return Timeliness.NOT_EXPECTED;
        }
        if (due.at().isAfter(now)) {
            return Timeliness.DUE;
        }
        return now.isAfter(due.at().plus(expectation.grace())) ? Timeliness.MISSING : Timeliness.LATE;
    }
}
