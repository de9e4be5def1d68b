package org.throughline.measure;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * An event of a measure as one sender shows it.
 *
 * @param sender sender of the record that shows it
 * @param key the sender's key of that record
 * @param date day of the event
 * @param grade link between the provider's record and that sender's record
 */
public record SeenEvent(String sender, String key, LocalDate date, LinkGrade grade) {
    /** Earliest first; on one day the best link first. */
    static final Comparator<SeenEvent> ORDER = Comparator.comparing(SeenEvent::date)
            .thenComparing(SeenEvent::grade, Comparator.reverseOrder())
            .thenComparing(SeenEvent::sender)
            .thenComparing(SeenEvent::key);

    /** Names no key and no day. */
    @Override
    public String toString() {
        return "SeenEvent[" + sender + ", " + grade + "]";
    }
}
