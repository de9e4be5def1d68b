package org.throughline.measure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a government system recorded about a client.
 *
 * @param record the client record it belongs to
 * @param key the sender's key of it
 * @param type code list hub/event_type
 * @param date day of the event
 * @param incident day of what is reported, where it is known
 * @param disposition code list hub/disposition; empty where unknown
 */
public record Occurrence(
        RecordRef record, String key, String type, LocalDate date, Optional<LocalDate> incident, String disposition) {

    /** Names no day: events are personal. */
    @Override
    public String toString() {
        return "Occurrence[" + record.sender() + ", " + type + "]";
    }
}
