package org.throughline.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The status of one index event for one measure.
 *
 * @param record the provider's client record
 * @param indexKey the provider's key of the enrollment that ended
 * @param client the joint client; empty where the record is kept out of linkage
 * @param serviceStart first day of the service that ended
 * @param seen the earliest event inside the window per sender that shows one, earliest first; also while the window is open
 * @param earlierIncident true where a report in the window is about an incident before the index event
 */
public record EventStatus(
        Measure measure,
        RecordRef record,
        String indexKey,
        Optional<Long> client,
        LocalDate indexDate,
        LocalDate serviceStart,
        Status status,
        Optional<StatusReason> reason,
        Optional<LocalDate> observedThrough,
        List<SeenEvent> seen,
        boolean earlierIncident) {

    public EventStatus {
        seen = List.copyOf(seen);
    }

    /** The event that was found, also where the window is still open. */
    public Optional<SeenEvent> event() {
        return seen.stream().findFirst();
    }

    /** Last day of the window. */
    public LocalDate windowEnd() {
        return measure.window().lastDay(indexDate);
    }

    /** Names no key and no day. */
    @Override
    public String toString() {
        return "EventStatus[" + measure.id() + ", " + record.sender() + ", " + status + "]";
    }
}
