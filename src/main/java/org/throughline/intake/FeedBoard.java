package org.throughline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All feeds at a glance. */
@FunctionalInterface
public interface FeedBoard {

    /** How every feed stands, by sender and name. */
    List<FeedStanding> standings();

    /** The alarms that go on, the oldest first. */
    default List<FeedAlarm> alarms() {
        return List.of();
    }

    /** What came since then, by feed. */
    default Map<FeedId, List<FeedCalendar.Answer>> answers(Instant since) {
        return Map.of();
    }

    /** What happened since then, the oldest first. */
    default List<FeedEvent> events(Instant since) {
        return List.of();
    }
}
