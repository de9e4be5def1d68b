package org.throughline.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.Counts;
import org.throughline.intake.FeedId;
import org.throughline.intake.MemberReport;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Receipt;
import org.throughline.intake.Receipts;
import org.throughline.intake.RecordNote;
import org.throughline.intake.SubmissionStatus;
import org.throughline.mapping.Period;
import org.throughline.problem.Place;

/** Receipts put together from what the database knows. */
public final class JooqReceipts implements Receipts {
    private static final int PLACES = 100;

    /** Problems of one kind share code, level and column; where they have no column, their fact. */
    private static final String PROBLEMS = """
        with problem as (
          select *, coalesce(column_name, '') as in_column, case when column_name is null then fact else '' end as of_fact
            from intake.problem where submission_id = ?),
        kinds as (
          select code, level, in_column, of_fact, count(distinct (member, record_number)) as rows, min(fact) as message,
                 min(guidance) as advice, max(problem_id) as kind
            from problem group by code, level, in_column, of_fact),
        places as (
          select *, row_number() over (partition by code, level, in_column, of_fact order by problem_id) as nth
            from problem)
        select kinds.kind, kinds.rows, kinds.message, kinds.advice, places.*
          from kinds join places using (code, level, in_column, of_fact) where nth <= ? order by kind, problem_id
        """;

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
                    Optional.ofNullable(row.get("duplicate_of", Long.class)),
                    period(row),
                    counts(row),
                    row.get("closed_count", Long.class),
                    members(jooq, submission),
                    problems(jooq, submission));
        });
    }

    @Override
    public void issue(long submission, String document) {
        database.run(jooq -> jooq.execute(
                "insert into intake.receipt as r (submission_id, document, issued_at) values (?, ?::jsonb, ?)"
                        + " on conflict (submission_id) do update set document = excluded.document,"
                        + " issued_at = excluded.issued_at, delivered_at = null, edition = r.edition + 1"
                        + " where r.document <> excluded.document",
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
    public List<Long> undelivered() {
        return database.read(
                jooq -> jooq.fetch("select s.submission_id from intake.submission s left join intake.receipt r using"
                                + " (submission_id) where s.status <> 'received' and r.delivered_at is null order by 1")
                        .map(row -> row.get(0, Long.class)));
    }

    @Override
    public void delivered(long submission) {
        database.run(jooq -> jooq.execute(
                "update intake.receipt set delivered_at = ? where submission_id = ?",
                Timestamp.from(clock.instant()),
                submission));
    }

    @Override
    public Map<Long, RecordNote> notes(long submission, String member) {
        Map<Long, RecordNote> notes = new HashMap<>();
        database.read(jooq -> jooq.fetch("""
            select s.record_number, s.state, string_agg(p.told, ' ' order by p.problem_id) as told,
                   string_agg(distinct p.guidance, ' ') as guidance
              from intake.source_record_state s left join intake.problem p
                on p.submission_id = s.submission_id and p.member = s.member and p.record_number = s.record_number
             where s.submission_id = ? and s.member = ? group by s.record_number, s.state
            """, submission, member))
                .forEach(row -> notes.put(
                        row.get(0, Long.class),
                        new RecordNote(
                                row.get(1, String.class),
                                text(row.get(2, String.class)),
                                text(row.get(3, String.class)))));
        return notes;
    }

    private static List<MemberReport> members(DSLContext jooq, long submission) {
        return jooq.fetch("select * from intake.submission_member where submission_id = ? order by ordinal", submission)
                .map(row -> new MemberReport(
                        row.get("member", String.class),
                        row.get("taken", Boolean.class),
                        Optional.ofNullable(row.get("reason", String.class)),
                        row.get("read_count", Long.class),
                        counts(row)));
    }

    private static List<ProblemReport> problems(DSLContext jooq, long submission) {
        Map<Long, List<Record>> kinds = new LinkedHashMap<>();
        jooq.fetch(PROBLEMS, submission, PLACES)
                .forEach(row -> kinds.computeIfAbsent(row.get("kind", Long.class), any -> new ArrayList<>())
                        .add(row));
        return kinds.values().stream().map(JooqReceipts::problem).toList();
    }

    private static ProblemReport problem(List<Record> places) {
        Record row = places.get(0);
        return new ProblemReport(
                row.get("code", String.class),
                row.get("level", String.class),
                row.get("rows", Long.class),
                row.get("message", String.class),
                row.get("advice", String.class),
                places.stream().map(JooqReceipts::place).toList());
    }

    private static Place place(Record row) {
        return new Place(
                text(row.get("member", String.class)),
                number(row.get("record_number", Long.class)),
                number(row.get("line", Long.class)),
                number(row.get("row_number", Long.class)),
                text(row.get("column_name", String.class)));
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

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static long number(Long value) {
        return value == null ? 0 : value;
    }
}
