package org.throughline.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The end of a service to a client of the recipient, as the measure run saw it; the latest one where a client has
 * several.
 *
 * @param clientKey the recipient's own client id
 * @param jointClient the joint client; empty where the record is not linked
 * @param serviceStart first day of the service
 * @param date day of the index event
 * @param windowEnd last day of the window
 * @param observation whether the window is complete
 * @param observedThrough watermark of the source
 * @param seen who shows an event, one entry per sender
 */
public record IndexEvent(
        MeasureKey measure,
        String clientKey,
        Optional<Long> jointClient,
        Optional<LocalDate> serviceStart,
        LocalDate date,
        LocalDate windowEnd,
        Observation observation,
        Optional<LocalDate> observedThrough,
        Standing standing,
        ClientFacts client,
        List<SeenEvent> seen) {

    /** How far the source was observed. */
    public enum Observation {
        /** The window is complete. */
        COMPLETE,
        /** The window is not complete. */
        OPEN,
        /** The measure leaves this index event out, or could not observe it. */
        NONE
    }

    public IndexEvent {
        seen = List.copyOf(seen);
    }

    /** Names the measure and no client. */
    @Override
    public String toString() {
        return "IndexEvent[" + measure.id() + "]";
    }
}
