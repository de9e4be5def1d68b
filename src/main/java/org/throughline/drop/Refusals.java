package org.throughline.drop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;
import org.throughline.problem.ProblemCode;

/** Tells what was refused to one partner, each kind once an hour at most: whoever tries again and again fills no table. */
final class Refusals {
    private static final Duration QUIET = Duration.ofHours(1);

    /** What was refused. */
    enum Kind {
        /** A login. */
        LOGIN,
        /** A place outside the home. */
        OUTSIDE,
        /** A link. */
        LINK,
        /** More than the quota. */
        QUOTA
    }

    private final String sender;
    private final FeedEvents events;
    private final Clock clock;
    private final Map<Kind, Instant> told = new EnumMap<>(Kind.class);

    Refusals(String sender, FeedEvents events, Clock clock) {
        this.sender = sender;
        this.events = events;
        this.clock = clock;
    }

    synchronized void tell(Kind kind, String fact) {
        Instant now = clock.instant();
        Instant before = told.getOrDefault(kind, Instant.MIN);
        if (before.equals(Instant.MIN) || !now.isBefore(before.plus(QUIET))) {
            told.put(kind, now);
            events.record(FeedEvent.of(now, sender, ProblemCode.DROP_REFUSED, fact));
        }
    }
}
