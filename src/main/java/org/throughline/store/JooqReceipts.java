package org.throughline.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.ControlTotal;
import org.throughline.intake.Counts;
import org.throughline.intake.FeedId;
import org.throughline.intake.MemberReport;
import org.throughline.intake.Receipt;
import org.throughline.intake.Receipts;
import org.throughline.intake.RecordNote;
import org.throughline.intake.SubmissionStatus;
import org.throughline.mapping.Period;

/** Receipts put together from what the database knows. */
public final class JooqReceipts implements Receipts {
    private static final String UNISSUED =
            "select s.submission_id from intake.submission s left join intake.receipt r using (submission_id)"
                    + " where s.status <> 'received' and (r.submission_id is null or r.outdated)";

    private final Database database;
    private final Clock clock;

    /** Receipts from this database, issued at the clock's instant. */
    public JooqReceipts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Receipt receipt(long submission) {
        return database.read(jooq -> {
            Record row = jooq.fetchSingle(
                    "select s.*, f.name from intake.submission s join intake.feed f using (feed_id) where"
                            + " submission_id = ?",
                    submission);
            return new Receipt(
                    submission,
                    new FeedId(row.get("sender", String.class), row.get("name", String.class)),
                    row.get("file_name", String.class),
                    row.get("sha256", String.class),
                    row.get("received_at", Timestamp.class).toInstant(),
                    SubmissionStatus.valueOf(row.get("status", String.class).toUpperCase(java.util.Locale.ROOT)),
                    Optional.ofNullable(row.get("duplicate_of", Long.class)).map(this::receipt),
                    period(row),
                    counts(row),
                    row.get("closed_count", Long.class),
                    members(jooq, submission),
                    new ProblemReports(jooq, submission).all(),
                    totals(jooq, submission),
                    purged(jooq, submission));
        });
    }

    @Override
    public void issue(long submission, String document) {
        database.run(jooq -> jooq.execute(
                "insert into intake.receipt as r (submission_id, document, issued_at) values (?, ?::jsonb, ?)"
                        + " on conflict (submission_id) do update set document = excluded.document, outdated = false,"
                        + " issued_at = case when r.document = excluded.document then r.issued_at else"
                        + " excluded.issued_at end,"
                        + " delivered_at = case when r.document = excluded.document then r.delivered_at end,"
                        + " edition = r.edition + (r.document <> excluded.document)::int",
                submission,
                document,
                Timestamp.from(clock.instant())));
    }

    @Override
    public int edition(long submission) {
        return database.read(
                jooq -> jooq.fetchOptional("select edition from intake.receipt where submission_id = ?", submission)
                        .map(row -> row.get(0, Integer.class))
                        .orElse(1));
    }

    @Override
    public List<Long> unissued() {
        return submissions(UNISSUED + " order by 1");
    }

    @Override
    public List<Long> unissued(String sender) {
        return submissions(UNISSUED + " and s.sender = ? order by 1", sender);
    }

    @Override
    public List<Long> undelivered() {
        return submissions("select submission_id from intake.receipt where delivered_at is null order by 1");
    }

    @Override
    public List<Long> undelivered(Set<String> senders) {
        return submissions(
                "select r.submission_id from intake.receipt r join intake.submission s using (submission_id) where"
                        + " r.delivered_at is null and s.sender = any (?::text[]) order by 1",
                (Object) senders.toArray(String[]::new));
    }

    private List<Long> submissions(String query, Object... values) {
        return database.read(jooq -> jooq.fetch(query, values).map(row -> row.get(0, Long.class)));
    }

    @Override
    public OptionalInt awaiting(long submission) {
        return database.read(jooq -> jooq.fetchOptional(
                        "select edition from intake.receipt where submission_id = ? and delivered_at is null",
                        submission)
                .map(row -> OptionalInt.of(row.get(0, Integer.class)))
                .orElseGet(OptionalInt::empty));
    }

    @Override
    public void delivered(long submission, int edition) {
        database.run(jooq -> jooq.execute(
                "update intake.receipt set delivered_at = ? where submission_id = ? and edition = ?",
                Timestamp.from(clock.instant()),
                submission,
                edition));
    }

    @Override
    public Map<Long, RecordNote> notes(long submission, String member) {
        return new RecordNotes(database, submission, member).all();
    }

    private static List<MemberReport> members(DSLContext jooq, long submission) {
        return jooq.fetch("select * from intake.submission_member where submission_id = ? order by ordinal", submission)
                .map(row -> new MemberReport(
                        row.get("member", String.class),
                        row.get("taken", Boolean.class),
                        Optional.ofNullable(row.get("reason", String.class)),
                        Optional.ofNullable(row.get("read_count", Long.class))
                                .map(OptionalLong::of)
                                .orElseGet(OptionalLong::empty),
                        counts(row)));
    }

    private static List<ControlTotal> totals(DSLContext jooq, long submission) {
        return jooq.fetch("select * from intake.control_total where submission_id = ? order by ordinal", submission)
                .map(row -> new ControlTotal(
                        row.get("name", String.class),
                        Optional.ofNullable(row.get("stated", String.class)),
                        Optional.ofNullable(row.get("found", String.class)),
                        Optional.ofNullable(row.get("agrees", Boolean.class))));
    }

    private static Map<String, Instant> purged(DSLContext jooq, long submission) {
        Map<String, Instant> parts = new TreeMap<>();
        jooq.fetch("select part, purged_at from audit.deletion where submission_id = ?", submission)
                .forEach(row -> parts.put(
                        row.get(0, String.class), row.get(1, Timestamp.class).toInstant()));
        return parts;
    }

    private static Counts counts(Record row) {
        return new Counts(
                row.get("accepted_count", Long.class),
                row.get("unchanged_count", Long.class),
                row.get("held_count", Long.class),
                row.get("rejected_count", Long.class),
                row.get("waiting_count", Long.class));
    }

    private static Optional<Period> period(Record row) {
        return Optional.ofNullable(row.get("period_from", LocalDate.class))
                .map(from -> new Period(from, row.get("period_to", LocalDate.class)));
    }
}
