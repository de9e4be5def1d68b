package org.throughline.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.measure.ClientHistory;
import org.throughline.measure.Occurrence;
import org.throughline.measure.RecordRef;
import org.throughline.measure.Source;
import org.throughline.measure.Stay;

/** A client's history while it is read. */
final class HistoryDraft {
    final Set<RecordRef> searchable = new HashSet<>();
    final Set<Source> inReview = EnumSet.noneOf(Source.class);
    final List<Stay> stays = new ArrayList<>();
    final List<Occurrence> occurrences = new ArrayList<>();

    private final Optional<Long> client;

    private HistoryDraft(Optional<Long> client) {
        this.client = client;
    }

    static HistoryDraft of(long client) {
        return new HistoryDraft(Optional.of(client));
    }

    static HistoryDraft unlinked() {
        return new HistoryDraft(Optional.empty());
    }

    ClientHistory finished() {
        return new ClientHistory(client, searchable, inReview, stays, occurrences);
    }
}
