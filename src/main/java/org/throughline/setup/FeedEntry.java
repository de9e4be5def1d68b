package org.throughline.setup;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A feed of a partner: a name and the mapping that reads it.
 *
 * @param mapping id of the mapping, such as harborlight/fps-participants
 * @param status testing, certified, live or stopped
 * @param retest true where a published change of the mapping's source reopens testing
 * @param completes kind of source that a loaded submission completes to its period's end: homelessness or child_welfare
 */
public record FeedEntry(
        String feed, String mapping, String status, boolean retest, Optional<Due> due, Optional<String> completes) {

    /**
     * When the next submission is due.
     *
     * @param every day, week or month
     * @param on day of the week (MON) or of the month (10); empty for a daily feed
     * @param grace how long after the due time it counts as late rather than missing
     */
    public record Due(String every, Optional<String> on, LocalTime by, ZoneId zone, Duration grace) {}
}
