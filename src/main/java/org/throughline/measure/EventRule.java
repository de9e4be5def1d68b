package org.throughline.measure;

import java.time.LocalDate;
import java.util.List;
import org.throughline.canonical.Reads;

/** What a family of measures counts from, and what it counts. */
interface EventRule {

    /** The canonical fields from which index events and events are told. */
    Reads reads();

    /** Ends of service that are index events. */
    boolean isIndex(Stay stay);

    /** Events after an index event, whatever the window. */
    List<Found> events(ClientHistory history, IndexEvent index);

    /** Events after the index event that are about something before it; none for most rules. */
    default List<Found> earlierIncidents(ClientHistory history, IndexEvent index) {
        return List.of();
    }

    /** An event: which record of which client record shows it, and when. */
    record Found(RecordRef record, String key, LocalDate date) {

        /** Names no key and no day. */
        @Override
        public String toString() {
            return "Found[" + record + "]";
        }
    }
}
