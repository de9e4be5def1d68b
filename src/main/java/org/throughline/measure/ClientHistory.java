package org.throughline.measure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is known of one joint client, or of one record that is kept out of linkage.
 *
 * @param client the joint client; empty for a record that is kept out
 * @param searchable the records that have enough identifiers to be found elsewhere
 * @param inReview sources in which a possible match of this client waits for a person
 * @param stays enrollments
 * @param occurrences administrative events
 */
public record ClientHistory(
        Optional<Long> client,
        Set<RecordRef> searchable,
        Set<Source> inReview,
        List<Stay> stays,
        List<Occurrence> occurrences) {

    public ClientHistory {
        searchable = Set.copyOf(searchable);
        inReview = Set.copyOf(inReview);
        stays = List.copyOf(stays);
        occurrences = List.copyOf(occurrences);
    }

    /** True where what happened to this record's client elsewhere would be seen in this source. */
    boolean isVisible(RecordRef record, Source source) {
        return client.isPresent() && searchable.contains(record) && !inReview.contains(source);
    }

    /** Histories of a computation, with the watermarks and link grades that go with them. */
    public record Snapshot(
            Collection<ClientHistory> histories, Map<Source, LocalDate> observedThrough, LinkGrades grades) {

        public Snapshot {
            histories = List.copyOf(histories);
            observedThrough = Map.copyOf(observedThrough);
        }
    }
}
