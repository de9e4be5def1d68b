package org.throughline.store;

import static org.jooq.impl.DSL.select;
import static org.throughline.store.jooq.intake.Tables.FEED;
import static org.throughline.store.jooq.linkage.Tables.CLIENT_LINK;
import static org.throughline.store.jooq.linkage.Tables.COMPARISON;
import static org.throughline.store.jooq.linkage.Tables.REVIEW_TASK;
import static org.throughline.store.jooq.measure.Tables.OBSERVED_THROUGH;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.throughline.linkage.ClientRef;
import org.throughline.linkage.LinkPaths;
import org.throughline.measure.ClientHistory;
import org.throughline.measure.LinkGrade;
import org.throughline.measure.LinkGrades;
import org.throughline.measure.RecordRef;
import org.throughline.measure.Source;

/** Reads what measures need, grouped by joint client. */
final class SnapshotReading {
    private final DSLContext jooq;
    private final Map<RecordRef, HistoryDraft> byRecord = new HashMap<>();
    private final Map<Object, HistoryDraft> drafts = new LinkedHashMap<>();

    SnapshotReading(DSLContext jooq) {
        this.jooq = jooq;
    }

    ClientHistory.Snapshot read() {
        var merges = MergeReading.read(jooq);
        readLinks();
        var watermarks = new EnumMap<Source, LocalDate>(Source.class);
        for (var source : Source.values()) {
            readWatermark(source, watermarks);
            readReviews(source);
        }
        new StayReading(jooq, merges).forEach(stay -> draft(stay.record()).stays.add(stay));
        new OccurrenceReading(jooq, merges)
                .forEach(event -> draft(event.record()).occurrences.add(event));
        var histories = drafts.values().stream()
                .filter(draft -> !draft.stays.isEmpty())
                .map(HistoryDraft::finished)
                .toList();
        return new ClientHistory.Snapshot(histories, watermarks, grades());
    }

    private void readLinks() {
        jooq.selectFrom(CLIENT_LINK)
                .where(CLIENT_LINK.LINKED_TO.isNull())
                .orderBy(CLIENT_LINK.CLIENT_ID, CLIENT_LINK.SENDER, CLIENT_LINK.CLIENT_KEY)
                .forEach(row -> {
                    var record = new RecordRef(row.getSender(), row.getClientKey());
                    var draft = drafts.computeIfAbsent(row.getClientId(), any -> HistoryDraft.of(row.getClientId()));
                    byRecord.put(record, draft);
                    if (row.getSearchable()) {
                        draft.searchable.add(record);
                    }
                });
    }

    /** A record that is kept out of linkage has a history of its own. */
    private HistoryDraft draft(RecordRef record) {
        return byRecord.computeIfAbsent(
                record, unlinked -> drafts.computeIfAbsent(unlinked, any -> HistoryDraft.unlinked()));
    }

    /** A source is complete to the day to which all feeds that complete it are; one that never came leaves a gap. */
    private void readWatermark(Source source, Map<Source, LocalDate> watermarks) {
        var through = jooq.select(OBSERVED_THROUGH.THROUGH)
                .from(FEED)
                .leftJoin(OBSERVED_THROUGH)
                .on(OBSERVED_THROUGH.FEED_ID.eq(FEED.FEED_ID))
                .and(OBSERVED_THROUGH.SOURCE.eq(source.word()))
                .where(completes(source))
                .fetch(OBSERVED_THROUGH.THROUGH);
        if (!through.isEmpty() && !through.contains(null)) {
            watermarks.put(source, Collections.min(through));
        }
    }

    /** Feeds that set-up says complete a source, once they are live, and those that did. */
    private static Condition completes(Source source) {
        var watched = FEED.COMPLETES.eq(source.word()).and(FEED.STATUS.in("live", "stopped"));
        return watched.or(FEED.FEED_ID.in(select(OBSERVED_THROUGH.FEED_ID)
                .from(OBSERVED_THROUGH)
                .where(OBSERVED_THROUGH.SOURCE.eq(source.word()))));
    }

    /** A doubtful pair makes a client unsearchable in the sources that the other record's sender completes. */
    private void readReviews(Source source) {
        Set<String> senders =
                jooq.select(FEED.SENDER).from(FEED).where(completes(source)).fetchSet(FEED.SENDER);
        jooq.select(COMPARISON.SENDER_A, COMPARISON.CLIENT_KEY_A, COMPARISON.SENDER_B, COMPARISON.CLIENT_KEY_B)
                .from(REVIEW_TASK)
                .join(COMPARISON)
                .on(COMPARISON.COMPARISON_ID.eq(REVIEW_TASK.COMPARISON_ID))
                .where(REVIEW_TASK.CLOSED_AT.isNull())
                .forEach(row -> {
                    var a = new RecordRef(row.value1(), row.value2());
                    var b = new RecordRef(row.value3(), row.value4());
                    Consumer<RecordRef> doubtful =
                            record -> draft(record).inReview.add(source);
                    if (senders.contains(b.sender())) {
                        doubtful.accept(a);
                    }
                    if (senders.contains(a.sender())) {
                        doubtful.accept(b);
                    }
                });
    }

    private LinkGrades grades() {
        var paths = new LinkPaths(JooqClientIndex.comparisons(jooq));
        return (one, other) ->
                LinkGrade.valueOf(paths.linkGrade(ref(one), ref(other)).name());
    }

    private static ClientRef ref(RecordRef record) {
        return new ClientRef(record.sender(), record.clientKey());
    }
}
