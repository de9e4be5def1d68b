package org.throughline.store;

import static org.jooq.impl.DSL.val;
import static org.throughline.store.jooq.linkage.Tables.CLIENT;
import static org.throughline.store.jooq.linkage.Tables.CLIENT_LINK;
import static org.throughline.store.jooq.linkage.Tables.COMPARISON;
import static org.throughline.store.jooq.linkage.Tables.REVIEW_TASK;
import static org.throughline.store.jooq.linkage.Tables.RULING;
import static org.throughline.store.jooq.linkage.Tables.RUN;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.throughline.linkage.ClientPair;
import org.throughline.linkage.ClientRef;
import org.throughline.linkage.Comparison;
import org.throughline.linkage.Partition;
import org.throughline.linkage.Revision;

/** Writes one revision of linkage, with its run. */
final class RevisionRows {
    private static final int CHUNK = 1_000;

    private final DSLContext jooq;
    private final Revision revision;
    private final OffsetDateTime at;
    private long run;

    RevisionRows(DSLContext jooq, Revision revision, Instant at) {
        this.jooq = jooq;
        this.revision = revision;
        this.at = Instants.stored(at);
    }

    void write() {
        var counts = revision.counts();
        run = jooq.insertInto(RUN)
                .set(RUN.MODEL, revision.model())
                .set(RUN.STARTED_AT, at)
                .set(RUN.FINISHED_AT, at)
                .set(RUN.RECORDS, counts.records())
                .set(RUN.LINKED, counts.linked())
                .set(RUN.UNSEARCHABLE, counts.unsearchable())
                .returning(RUN.RUN_ID)
                .fetchSingle(RUN.RUN_ID);
        var ids = clientIds();
        writeLinks(ids);
        retire(ids);
        closeComparisons();
        openComparisons();
    }

    /** Id of every changed client by its first record; new clients get theirs here. */
    private Map<ClientRef, Long> clientIds() {
        var ids = new HashMap<ClientRef, Long>();
        var fresh = new ArrayList<ClientRef>();
        for (var client : revision.clients()) {
            client.id().ifPresentOrElse(id -> ids.put(client.anchor(), id), () -> fresh.add(client.anchor()));
        }
        if (fresh.isEmpty()) {
            return ids;
        }
        var given = jooq.insertInto(CLIENT, CLIENT.CREATED_RUN)
                .select(DSL.select(val(run)).from(DSL.generateSeries(1, fresh.size())))
                .returning(CLIENT.CLIENT_ID)
                .fetch(CLIENT.CLIENT_ID);
        given.sort(null);
        for (int i = 0; i < fresh.size(); i++) {
            ids.put(fresh.get(i), given.get(i));
        }
        return ids;
    }

    private void writeLinks(Map<ClientRef, Long> ids) {
        var closing = new ArrayList<Query>();
        var opening = new ArrayList<Query>();
        revision.ended().forEach(ref -> closing.add(endLink(ref)));
        for (var client : revision.clients()) {
            for (var member : client.changed()) {
                closing.add(endLink(member.ref()));
                opening.add(link(member, ids.get(client.anchor())));
            }
        }
        execute(closing);
        execute(opening);
    }

    private Query endLink(ClientRef ref) {
        return jooq.update(CLIENT_LINK)
                .set(CLIENT_LINK.LINKED_TO, at)
                .where(CLIENT_LINK.SENDER.eq(ref.sender()))
                .and(CLIENT_LINK.CLIENT_KEY.eq(ref.key()))
                .and(CLIENT_LINK.LINKED_TO.isNull());
    }

    private Query link(Partition.Member member, long client) {
        return jooq.insertInto(CLIENT_LINK)
                .set(CLIENT_LINK.SENDER, member.ref().sender())
                .set(CLIENT_LINK.CLIENT_KEY, member.ref().key())
                .set(CLIENT_LINK.CLIENT_ID, client)
                .set(CLIENT_LINK.GRADE, member.grade().word())
                .set(CLIENT_LINK.SEARCHABLE, member.searchable())
                .set(CLIENT_LINK.REASON, member.reason())
                .set(CLIENT_LINK.RUN_ID, run)
                .set(CLIENT_LINK.LINKED_FROM, at);
    }

    private void retire(Map<ClientRef, Long> ids) {
        var queries = new ArrayList<Query>();
        for (var retired : revision.retired()) {
            var heir = retired.supersededBy().map(ids::get).orElse(null);
            queries.add(jooq.update(CLIENT)
                    .set(CLIENT.RETIRED_RUN, run)
                    .set(CLIENT.SUPERSEDED_BY, heir)
                    .where(CLIENT.CLIENT_ID.eq(retired.id())));
        }
        execute(queries);
    }

    private void closeComparisons() {
        var queries = new ArrayList<Query>();
        revision.closed().forEach(pair -> queries.add(close(pair)));
        execute(queries);
        jooq.update(REVIEW_TASK)
                .set(REVIEW_TASK.CLOSED_AT, at)
                .set(
                        REVIEW_TASK.RULING_ID,
                        DSL.select(RULING.RULING_ID)
                                .from(RULING)
                                .where(RULING.SENDER_A.eq(COMPARISON.SENDER_A))
                                .and(RULING.CLIENT_KEY_A.eq(COMPARISON.CLIENT_KEY_A))
                                .and(RULING.SENDER_B.eq(COMPARISON.SENDER_B))
                                .and(RULING.CLIENT_KEY_B.eq(COMPARISON.CLIENT_KEY_B))
                                .and(RULING.REVOKED_AT.isNull()))
                .from(COMPARISON)
                .where(COMPARISON.COMPARISON_ID.eq(REVIEW_TASK.COMPARISON_ID))
                .and(COMPARISON.CLOSED_RUN.eq(run))
                .and(REVIEW_TASK.CLOSED_AT.isNull())
                .execute();
    }

    private Query close(ClientPair pair) {
        return jooq.update(COMPARISON)
                .set(COMPARISON.CLOSED_RUN, run)
                .where(COMPARISON.SENDER_A.eq(pair.a().sender()))
                .and(COMPARISON.CLIENT_KEY_A.eq(pair.a().key()))
                .and(COMPARISON.SENDER_B.eq(pair.b().sender()))
                .and(COMPARISON.CLIENT_KEY_B.eq(pair.b().key()))
                .and(COMPARISON.CLOSED_RUN.isNull());
    }

    private void openComparisons() {
        execute(revision.opened().stream().map(this::open).toList());
        jooq.insertInto(REVIEW_TASK, REVIEW_TASK.COMPARISON_ID, REVIEW_TASK.OPENED_AT)
                .select(DSL.select(COMPARISON.COMPARISON_ID, val(at))
                        .from(COMPARISON)
                        .where(COMPARISON.RUN_ID.eq(run))
                        .and(COMPARISON.DECISION.eq("review"))
                        .orderBy(COMPARISON.COMPARISON_ID))
                .execute();
    }

    private Query open(Comparison comparison) {
        var pair = comparison.pair();
        return jooq.insertInto(COMPARISON)
                .set(COMPARISON.RUN_ID, run)
                .set(COMPARISON.SENDER_A, pair.a().sender())
                .set(COMPARISON.CLIENT_KEY_A, pair.a().key())
                .set(COMPARISON.SENDER_B, pair.b().sender())
                .set(COMPARISON.CLIENT_KEY_B, pair.b().key())
                .set(COMPARISON.AGREEMENTS, comparison.agreements().toArray(String[]::new))
                .set(COMPARISON.CONFLICTS, comparison.conflicts().toArray(String[]::new))
                .set(COMPARISON.DECISION, comparison.decision().word())
                .set(COMPARISON.GRADE, comparison.grade().word())
                .set(COMPARISON.REASON, comparison.reason());
    }

    private void execute(List<? extends Query> queries) {
        for (int from = 0; from < queries.size(); from += CHUNK) {
            jooq.batch(queries.subList(from, Math.min(queries.size(), from + CHUNK)))
                    .execute();
        }
    }
}
