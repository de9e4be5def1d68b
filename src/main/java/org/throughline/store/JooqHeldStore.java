package org.throughline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.FeedId;
import org.throughline.intake.HeldCells;
import org.throughline.intake.HeldRecord;
import org.throughline.intake.HeldStore;
import org.throughline.intake.RecordId;
import org.throughline.intake.RecordState;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** Held and waiting records in PostgreSQL. */
public final class JooqHeldStore implements HeldStore {
    private static final String HELD = """
        select r.*, s.sender, f.name, s.file_name from intake.source_record_state r
          join intake.submission s using (submission_id) join intake.feed f on f.feed_id = s.feed_id
        """;

    private final Database database;

    /** Held records of this database. */
    public JooqHeldStore(Database database) {
        this.database = database;
    }

    @Override
    public List<HeldRecord> list(Optional<FeedId> feed, int limit) {
        String sender = feed.map(FeedId::sender).orElse(null);
        String name = feed.map(FeedId::name).orElse(null);
        return database.read(jooq -> jooq.fetch(
                        HELD
                                + " where r.state in ('held', 'waiting') and (?::text is null or (s.sender = ? and"
                                + " f.name = ?)) order by r.submission_id desc, r.member, r.record_number limit ?",
                        sender,
                        sender,
                        name,
                        limit)
                .map(row -> held(jooq, row)));
    }

    @Override
    public Optional<HeldRecord> find(RecordId id) {
        return database.read(jooq -> jooq.fetchOptional(
                        HELD + " where r.submission_id = ? and r.member = ? and r.record_number = ?",
                        id.submission(),
                        id.member(),
                        id.record())
                .map(row -> held(jooq, row)));
    }

    @Override
    public Optional<HeldCells> cells(RecordId id) {
        return database.read(jooq -> jooq.fetchOptional("""
            select r.line, r.row_number, r.cells, h.header, s.mapping_version_id
              from intake.source_record_state r join intake.member_header h using (submission_id, member)
              join intake.submission s using (submission_id)
             where r.submission_id = ? and r.member = ? and r.record_number = ? and r.state in ('held', 'waiting')
               and s.status = 'loaded'
            """, id.submission(), id.member(), id.record())
                .map(row -> cells(jooq, id, row)));
    }

    @Override
    public boolean reject(RecordId id, String reason, Instant at) {
        return database.transact(jooq -> {
            lockSender(jooq, id.submission());
            int rejected = jooq.execute(
                    "update intake.source_record_state set state = 'rejected', ruled_by = session_user, ruled_at = ?,"
                            + " ruling_reason = ? where submission_id = ? and member = ? and record_number = ? and state"
                            + " in ('held', 'waiting')",
                    Timestamp.from(at),
                    reason,
                    id.submission(),
                    id.member(),
                    id.record());
            jooq.execute(
                    "delete from intake.waiting_for where submission_id = ? and member = ? and record_number = ?",
                    id.submission(),
                    id.member(),
                    id.record());
            StateWriter.counts(jooq, id.submission());
            StateWriter.outdate(jooq, id.submission());
            return rejected > 0;
        });
    }

    /** A ruling waits for a load or a replay of the same sender, which would not see it and would write over it. */
    private static void lockSender(DSLContext jooq, long submission) {
        jooq.execute(
                "select pg_advisory_xact_lock(7305, hashtext(sender)) from intake.submission where submission_id = ?",
                submission);
    }

    @Override
    public void released(long submission, List<RecordId> records, String reason, Instant at) {
        database.run(jooq -> {
            lockSender(jooq, submission);
            records.forEach(id -> jooq.execute(
                    "update intake.source_record_state set ruled_by = session_user, ruled_at = ?, ruling_reason = ?"
                            + " where submission_id = ? and member = ? and record_number = ?",
                    Timestamp.from(at),
                    reason,
                    submission,
                    id.member(),
                    id.record()));
        });
    }

    private static HeldCells cells(DSLContext jooq, RecordId id, Record row) {
        Place place =
                new Place(id.member(), id.record(), row.get("line", Long.class), row.get("row_number", Long.class), "");
        return new HeldCells(
                id,
                Arrays.asList(row.get("header", String[].class)),
                place,
                Arrays.asList(row.get("cells", String[].class)),
                JooqSubmissionLedger.facts(jooq, id.submission()),
                row.get("mapping_version_id", Long.class));
    }

    private static HeldRecord held(DSLContext jooq, Record row) {
        long submission = row.get("submission_id", Long.class);
        String member = row.get("member", String.class);
        long number = row.get("record_number", Long.class);
        String key = row.get("record_key", String.class);
        return new HeldRecord(
                submission,
                new FeedId(row.get("sender", String.class), row.get("name", String.class)),
                row.get("file_name", String.class),
                new Place(member, number, row.get("line", Long.class), row.get("row_number", Long.class), ""),
                key == null ? "" : key,
                RecordState.valueOf(row.get("state", String.class).toUpperCase(Locale.ROOT)),
                problems(jooq, submission, member, number));
    }

    private static List<Problem> problems(DSLContext jooq, long submission, String member, long number) {
        return jooq.fetch(
                        "select * from intake.problem where submission_id = ? and member = ? and record_number = ?"
                                + " order by problem_id",
                        submission,
                        member,
                        number)
                .map(row -> new Problem(
                        row.get("code", String.class),
                        Level.of(row.get("level", String.class)).orElseThrow(),
                        new Place(
                                member,
                                number,
                                row.get("line", Long.class),
                                row.get("row_number", Long.class),
                                row.get("column_name") == null ? "" : row.get("column_name", String.class)),
                        row.get("fact", String.class),
                        row.get("told") == null ? "" : row.get("told", String.class),
                        row.get("guidance", String.class)));
    }
}
