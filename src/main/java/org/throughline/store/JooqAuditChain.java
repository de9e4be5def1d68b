package org.throughline.store;

import static org.throughline.store.jooq.audit.Tables.ENTRY;

import java.util.List;
import java.util.Optional;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.throughline.audit.AuditChain;

/** Reads the audit ledger of PostgreSQL in small portions. */
public final class JooqAuditChain implements AuditChain {
    private static final int PORTION = 1_000;
    private static final Field<String> AT =
            DSL.field("to_char({0} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')", String.class, ENTRY.AT);
    private static final Field<String> DETAIL = DSL.field("{0}::text", String.class, ENTRY.DETAIL);

    private final Database database;

    /** The ledger of this database. */
    public JooqAuditChain(Database database) {
        this.database = database;
    }

    @Override
    public Verdict verify(Optional<String> known) {
        return database.transact(jooq -> verify(jooq, new ChainReading(known)));
    }

    private static Verdict verify(DSLContext jooq, ChainReading reading) {
        var entries = jooq.select(
                        ENTRY.ENTRY_ID,
                        ENTRY.PREVIOUS_HASH,
                        AT,
                        ENTRY.ACTOR,
                        ENTRY.ACTION,
                        ENTRY.OBJECT,
                        DETAIL,
                        ENTRY.HASH)
                .from(ENTRY)
                .orderBy(ENTRY.ENTRY_ID)
                .fetchSize(PORTION);
        try (Cursor<? extends Record> rows = entries.fetchLazy()) {
            for (Record row : rows) {
                reading.take(link(row));
            }
        }
        return reading.verdict();
    }

    private static ChainReading.Link link(Record row) {
        List<String> content = List.of(
                row.get(AT), row.get(ENTRY.ACTOR), row.get(ENTRY.ACTION), row.get(ENTRY.OBJECT), row.get(DETAIL));
        return new ChainReading.Link(
                row.get(ENTRY.ENTRY_ID), row.get(ENTRY.PREVIOUS_HASH), content, row.get(ENTRY.HASH));
    }
}
