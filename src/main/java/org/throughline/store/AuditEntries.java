package org.throughline.store;

import static org.throughline.store.jooq.audit.Tables.ENTRY;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/** Adds to the audit ledger inside somebody's transaction; the database fills in the actor and chains the entries. */
final class AuditEntries {

    private AuditEntries() {}

    static void add(DSLContext jooq, Clock clock, Act act) {
        jooq.insertInto(ENTRY)
                .set(ENTRY.AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .set(ENTRY.ACTION, act.action())
                .set(ENTRY.OBJECT, act.object())
                .set(ENTRY.DETAIL, json(new TreeMap<>(act.detail())))
                .execute();
    }

    private static Field<JSONB> json(Map<String, String> detail) {
        String[] keys = detail.keySet().toArray(String[]::new);
        String[] values = detail.values().toArray(String[]::new);
        return DSL.field("jsonb_object({0}, {1})", JSONB.class, DSL.val(keys), DSL.val(values));
    }

    /** An administrative act; holds no personal value. */
    record Act(String action, String object, Map<String, String> detail) {}
}
