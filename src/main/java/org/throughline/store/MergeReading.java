package org.throughline.store;

import static org.throughline.store.jooq.canonical.Tables.CLIENT_MERGE;
import static org.throughline.store.jooq.canonical.Tables.CLIENT_RECORD;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.throughline.linkage.ClientMerges;
import org.throughline.linkage.ClientRef;
import org.throughline.linkage.StatedMerge;
import org.throughline.linkage.ToldMerge;
import org.throughline.measure.RecordRef;

/** The merges that senders state now, as they stand together. Nothing is rewritten for them: what they mean is read anew. */
final class MergeReading {
    private MergeReading() {}

    /** The merges of all senders. */
    static ClientMerges read(DSLContext jooq) {
        return read(jooq, DSL.noCondition());
    }

    /** The merges of one sender. */
    static ClientMerges of(DSLContext jooq, String sender) {
        return read(jooq, CLIENT_MERGE.SENDER.eq(sender));
    }

    /** The client under which a record of this number counts. */
    static RecordRef record(ClientMerges merges, String sender, String clientKey) {
        var survivor = merges.survivor(new ClientRef(sender, clientKey));
        return new RecordRef(sender, survivor.key());
    }

    /** The merges that name a record, also those that hold no longer. */
    static List<ToldMerge> told(DSLContext jooq, ClientRef record) {
        return jooq.selectFrom(CLIENT_MERGE)
                .where(CLIENT_MERGE.SENDER.eq(record.sender()))
                .and(CLIENT_MERGE.SURVIVING_KEY.eq(record.key()).or(CLIENT_MERGE.MERGED_KEY.eq(record.key())))
                .orderBy(CLIENT_MERGE.RECORDED_FROM, CLIENT_MERGE.KEY)
                .fetch(row -> new ToldMerge(
                        row.getKey(),
                        new StatedMerge(
                                new ClientRef(row.getSender(), row.getSurvivingKey()),
                                new ClientRef(row.getSender(), row.getMergedKey()),
                                row.getRecordedFrom().toInstant()),
                        Optional.ofNullable(row.getRecordedTo()).map(OffsetDateTime::toInstant)));
    }

    private static ClientMerges read(DSLContext jooq, Condition senders) {
        List<StatedMerge> stated = jooq.select(
                        CLIENT_MERGE.SENDER,
                        CLIENT_MERGE.SURVIVING_KEY,
                        CLIENT_MERGE.MERGED_KEY,
                        CLIENT_MERGE.RECORDED_FROM)
                .from(CLIENT_MERGE)
                .where(CLIENT_MERGE.RECORDED_TO.isNull())
                .and(senders)
                .orderBy(CLIENT_MERGE.SENDER, CLIENT_MERGE.KEY)
                .fetch(row -> new StatedMerge(
                        new ClientRef(row.value1(), row.value2()),
                        new ClientRef(row.value1(), row.value3()),
                        row.value4().toInstant()));
        return stated.isEmpty()
                ? ClientMerges.none()
                : ClientMerges.of(stated, present(jooq, senders)::contains, JooqRulings.current(jooq));
    }

    /** Survivors of which a client record has arrived. */
    private static Set<ClientRef> present(DSLContext jooq, Condition senders) {
        return new HashSet<>(jooq.selectDistinct(CLIENT_RECORD.SENDER, CLIENT_RECORD.KEY)
                .from(CLIENT_RECORD)
                .join(CLIENT_MERGE)
                .on(CLIENT_MERGE.SENDER.eq(CLIENT_RECORD.SENDER), CLIENT_MERGE.SURVIVING_KEY.eq(CLIENT_RECORD.KEY))
                .and(CLIENT_MERGE.RECORDED_TO.isNull())
                .where(CLIENT_RECORD.RECORDED_TO.isNull())
                .and(senders)
                .fetch(row -> new ClientRef(row.value1(), row.value2())));
    }
}
