package org.throughline.intake;

import java.time.Instant;
import java.util.List;

/** All feeds at a glance. */
@FunctionalInterface
public interface FeedBoard {

    /** How every feed stands, by sender and name. */
    List<FeedStanding> standings();

    /** What happened since then, the oldest first. */
    default List<FeedEvent> events(Instant since) {
        return List.of();
    }
}
