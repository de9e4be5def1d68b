package org.throughline.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.throughline.release.Decision.Permit;

/**
 * What release found for one index event, with its grounds; the reason never leaves the hub.
 *
 * @param status what is told
 * @param eventDate day of the event, for {@link OutcomeStatus#NUM}
 * @param grounds the permits relied on; empty where nothing is told
 * @param reason why nothing is told
 */
record Finding(
        IndexEvent event,
        OutcomeStatus status,
        Optional<LocalDate> eventDate,
        List<Permit> grounds,
        Optional<Withheld> reason) {

    static Finding withheld(IndexEvent event, Withheld reason) {
        return new Finding(event, OutcomeStatus.NOT_AVAILABLE, Optional.empty(), List.of(), Optional.of(reason));
    }

    static Finding told(IndexEvent event, OutcomeStatus status, List<Permit> grounds) {
        return new Finding(event, status, Optional.empty(), grounds, Optional.empty());
    }

    static Finding found(IndexEvent event, LocalDate date, List<Permit> grounds) {
        return new Finding(event, OutcomeStatus.NUM, Optional.of(date), grounds, Optional.empty());
    }

    boolean isTold() {
        return status != OutcomeStatus.NOT_AVAILABLE;
    }

    boolean grantsDate() {
        return grounds.stream().anyMatch(permit -> permit.eventDetail() == EventDetail.DATE);
    }

    /** Names the measure and no client. */
    @Override
    public String toString() {
        return "Finding[" + event + ", " + status + "]";
    }
}
