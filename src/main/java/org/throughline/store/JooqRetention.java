package org.throughline.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Record;
import org.throughline.retention.Due;
import org.throughline.retention.Proof;
import org.throughline.retention.RetentionStore;

/** Retention in PostgreSQL: everything is removed by the database's own doors, which refuse what is held or not due. */
public final class JooqRetention implements RetentionStore {
    private static final String PROOF = """
        select d.*, array(select k from jsonb_each_text(d.removed) r(k, v) order by k) as removed_kinds,
               array(select v::bigint from jsonb_each_text(d.removed) r(k, v) order by k) as removed_counts,
               array(select k from jsonb_each_text(d.stayed) r(k, v) order by k) as stayed_kinds,
               array(select v::bigint from jsonb_each_text(d.stayed) r(k, v) order by k) as stayed_counts,
               (to_jsonb(d) || jsonb_build_object('received_at', to_char(d.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ'),
                 'purged_at', to_char(d.purged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ')))::text as text,
               exists (select 1 from intake.submission s where s.sha256 = d.sha256 and not exists (select 1 from audit.deletion x
                        where x.submission_id = s.submission_id and x.part = 'originals')) as shared
          from\s""";

    private final Database database;
    private final Clock clock;

    /** Retention of this database; purges are stamped by this clock. */
    public JooqRetention(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Due> due(LocalDate on) {
        return database.read(jooq -> jooq.fetch("select * from intake.retention_due(?::date)", Date.valueOf(on))
                .map(row -> new Due(
                        row.get("submission_id", Long.class),
                        row.get("part", String.class),
                        row.get("sender", String.class),
                        row.get("feed", String.class),
                        row.get("file_name", String.class),
                        row.get("due_on", LocalDate.class),
                        row.get("retained", String.class),
                        Optional.ofNullable(row.get("stays", String.class)))));
    }

    @Override
    public List<Proof> tried(LocalDate on) {
        return database.read(jooq -> jooq.fetch(PROOF + "intake.would_purge(?::date, ?) d", Date.valueOf(on), now())
                .map(JooqRetention::proof));
    }

    @Override
    public Proof purge(Proof tried, LocalDate on) {
        database.run(jooq -> jooq.execute(
                "select intake.purge(?, ?, ?::date, ?)", tried.submission(), tried.part(), Date.valueOf(on), now()));
        return database.read(jooq -> proof(jooq.fetchSingle(
                PROOF + "audit.deletion d where d.submission_id = ? and d.part = ?",
                tried.submission(),
                tried.part())));
    }

    @Override
    public Again again(String proof) {
        String word = database.transact(jooq ->
                jooq.fetchSingle("select intake.purge_again(?::jsonb)", proof).get(0, String.class));
        return Again.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public List<Proof> proofs() {
        return database.read(
                jooq -> jooq.fetch(PROOF + "audit.deletion d order by d.purged_at, d.submission_id, d.part")
                        .map(JooqRetention::proof));
    }

    @Override
    public Set<String> unchecked() {
        return database.read(jooq -> jooq.fetch("select submission_id || '/' || part from audit.deletion except"
                        + " select submission_id || '/' || part from audit.deletion_check")
                .intoSet(0, String.class));
    }

    @Override
    public long rowsLeft(Proof proof) {
        return database.read(jooq -> jooq.fetchSingle(
                        "select left_over from audit.left_over(?, ?)", proof.submission(), proof.part())
                .get(0, Long.class));
    }

    @Override
    public void checked(Proof proof, long leftOver) {
        database.run(jooq -> jooq.execute(
                "insert into audit.deletion_check (submission_id, part, checked_at, left_over, stays) select ?, ?, ?, ?,"
                        + " stays from audit.left_over(?, ?)",
                proof.submission(),
                proof.part(),
                now(),
                leftOver,
                proof.submission(),
                proof.part()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Proof proof(Record row) {
        return new Proof(
                row.get("submission_id", Long.class),
                row.get("part", String.class),
                row.get("sender", String.class),
                row.get("feed", String.class),
                row.get("file_name", String.class),
                new Proof.Bytes(
                        row.get("sha256", String.class),
                        Optional.ofNullable(row.get("sealed_sha256", String.class)),
                        row.get("size_bytes", Long.class),
                        row.get("shared", Boolean.class)),
                new Proof.Rule(
                        row.get("retained", String.class),
                        row.get("due_on", LocalDate.class),
                        row.get("reason", String.class),
                        row.get("setup_sha256", String.class)),
                counts(row, "removed"),
                counts(row, "stayed"),
                row.get("purged_at", Timestamp.class).toInstant(),
                row.get("purged_by", String.class),
                row.get("text", String.class));
    }

    private static Map<String, Long> counts(Record row, String of) {
        String[] kinds = row.get(of + "_kinds", String[].class);
        Long[] counts = row.get(of + "_counts", Long[].class);
        Map<String, Long> named = new TreeMap<>();
        for (int at = 0; at < kinds.length; at++) {
            named.put(kinds[at], counts[at]);
        }
        return named;
    }
}
