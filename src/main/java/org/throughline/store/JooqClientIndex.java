package org.throughline.store;

import static org.throughline.store.jooq.linkage.Tables.CLIENT_LINK;
import static org.throughline.store.jooq.linkage.Tables.COMPARISON;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.linkage.ClientIndex;
import org.throughline.linkage.ClientLink;
import org.throughline.linkage.ClientPair;
import org.throughline.linkage.ClientRef;
import org.throughline.linkage.Comparison;
import org.throughline.linkage.Decision;
import org.throughline.linkage.Grade;
import org.throughline.linkage.Known;
import org.throughline.linkage.Partition;
import org.throughline.linkage.Revision;
import org.throughline.linkage.ToldMerge;

/** Linkage in PostgreSQL. Runs and rulings wait for each other by an advisory lock that ends with the transaction. */
public final class JooqClientIndex implements ClientIndex {
    private final Database database;

    /** The linkage of this database. */
    public JooqClientIndex(Database database) {
        this.database = database;
    }

    @Override
    public Known known() {
        return database.transact(JooqClientIndex::read);
    }

    @Override
    public List<ToldMerge> mergesOf(ClientRef record) {
        return database.read(jooq -> MergeReading.told(jooq, record));
    }

    @Override
    public Revision revise(Instant at, Function<Known, Revision> decide) {
        return database.transact(jooq -> {
            lock(jooq);
            var revision = decide.apply(read(jooq));
            if (!revision.isEmpty()) {
                new RevisionRows(jooq, revision, at).write();
            }
            return revision;
        });
    }

    static void lock(DSLContext jooq) {
        jooq.execute("select pg_advisory_xact_lock(7305, 2)");
    }

    private static Known read(DSLContext jooq) {
        var rulings = JooqRulings.current(jooq);
        var merges = MergeReading.read(jooq);
        return new Known(EligibleRecords.read(jooq, merges), rulings, merges, links(jooq), comparisons(jooq));
    }

    private static List<ClientLink> links(DSLContext jooq) {
        return jooq.selectFrom(CLIENT_LINK)
                .where(CLIENT_LINK.LINKED_TO.isNull())
                .orderBy(CLIENT_LINK.SENDER, CLIENT_LINK.CLIENT_KEY)
                .fetch(row -> new ClientLink(
                        row.getClientId(),
                        new Partition.Member(
                                new ClientRef(row.getSender(), row.getClientKey()),
                                Grade.of(row.getGrade()),
                                row.getSearchable(),
                                row.getReason())));
    }

    static List<Comparison> comparisons(DSLContext jooq) {
        return jooq.selectFrom(COMPARISON).where(COMPARISON.CLOSED_RUN.isNull()).fetch(JooqClientIndex::comparison);
    }

    private static Comparison comparison(Record row) {
        var a = new ClientRef(row.get(COMPARISON.SENDER_A), row.get(COMPARISON.CLIENT_KEY_A));
        var b = new ClientRef(row.get(COMPARISON.SENDER_B), row.get(COMPARISON.CLIENT_KEY_B));
        return new Comparison(
                ClientPair.of(a, b),
                Arrays.asList(row.get(COMPARISON.AGREEMENTS)),
                Arrays.asList(row.get(COMPARISON.CONFLICTS)),
                Decision.of(row.get(COMPARISON.DECISION)),
                Grade.of(row.get(COMPARISON.GRADE)),
                row.get(COMPARISON.REASON));
    }
}
