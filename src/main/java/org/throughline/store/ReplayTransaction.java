package org.throughline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.throughline.intake.IntakePorts;
import org.throughline.intake.ReplayReport;
import org.throughline.intake.ReplaySpace;
import org.throughline.intake.Rulings;
import org.throughline.intake.SubmissionWatcher;
import org.throughline.problem.ProblemCode;

/**
 * A sender's submissions decided anew in one transaction. What stood before is kept in temporary tables; everything that is
 * decided in between works as it always does, on ports that share the connection.
 */
final class ReplayTransaction implements ReplaySpace {
    private static final String[] WAIVABLE = {
        ProblemCode.SNAPSHOT_CLOSES_TOO_MUCH.name(),
        ProblemCode.CASCADE_ENDS_TOO_MUCH.name(),
        ProblemCode.FILE_RULE.name(),
        ProblemCode.STATED_TOTAL.name(),
        ProblemCode.CONTROL_TOTAL.name()
    };

    private final Connection connection;
    private final DSLContext jooq;
    private final String sender;
    private final IntakePorts ports;
    private final LateReceipts receipts;
    private final ReplayedBeliefs beliefs;
    private final long purged;
    private final Optional<Restatement> restatement;

    ReplayTransaction(Connection connection, IntakePorts outer, String sender, boolean tellingConsequences) {
        this.connection = connection;
        this.sender = sender;
        this.jooq = DSL.using(connection, SQLDialect.POSTGRES);
        jooq.execute("select pg_advisory_xact_lock(7305, hashtext(?))", sender);
        Instant now = outer.clock().instant();
        Clock fixed = Clock.fixed(now, ZoneOffset.UTC);
        Database inside = Database.enclosed(EnclosedConnection.source(connection));
        this.receipts = new LateReceipts(new JooqReceipts(inside, fixed));
        this.ports = new IntakePorts(
                new JooqSubmissionLedger(inside),
                outer.versions(),
                new JooqLoads(inside, fixed),
                receipts,
                new JooqHeldStore(inside),
                new JooqAuditLedger(inside, fixed),
                outer.catalog(),
                outer.originals(),
                fixed,
                SubmissionWatcher.NOBODY);
        this.purged = JooqReplays.purgedUpTo(jooq, sender);
        this.beliefs = new ReplayedBeliefs(jooq, sender, now, new StandingBeliefs(jooq, sender, purged));
        this.restatement = tellingConsequences ? Optional.of(new Restatement(inside, fixed)) : Optional.empty();
    }

    @Override
    public IntakePorts ports() {
        return ports;
    }

    @Override
    public List<Decided> rewind() {
        restatement.ifPresent(Restatement::before);
        jooq.execute("""
            create temp table replay_submission on commit drop as
              select * from intake.submission where sender = ? and status <> 'received' and not testing and submission_id > ?
            """, sender, purged);
        jooq.execute("""
            create temp table replay_state on commit drop as
              select submission_id, member, record_number, state, ruled_by, ruled_at, ruling_reason
                from intake.source_record_state where submission_id in (select submission_id from replay_submission)
            """);
        jooq.execute("""
            create temp table replay_waived on commit drop as
              select distinct submission_id, p.code from intake.problem p join replay_submission s using (submission_id)
               where s.status = 'loaded' and p.level = 'hold_file' and p.code in (%s)
            """.formatted(inline(WAIVABLE)));
        beliefs.rewind();
        forget();
        return jooq.fetch(JooqSubmissionLedger.SUBMISSION
                        + " where s.submission_id in (select submission_id from replay_submission) order by 1")
                .map(this::decided);
    }

    private static String inline(String... codes) {
        return String.join(
                ", ", Arrays.stream(codes).map(code -> "'" + code + "'").toList());
    }

    /** Children before parents, so that no reference is left. */
    private void forget() {
        for (String table : List.of(
                "waiting_for",
                "control_total",
                "problem",
                "source_record_state",
                "member_header",
                "submission_member")) {
            jooq.execute("delete from intake." + table
                    + " where submission_id in (select submission_id from replay_submission)");
        }
        jooq.execute(
                "delete from intake.taken_back where sender = ? and submission_id in (select submission_id from"
                        + " replay_submission)",
                sender);
        jooq.execute("delete from intake.taken_along where sender = ?", sender);
        jooq.execute(
                "delete from measure.observed_through where feed_id in (select feed_id from intake.feed where"
                        + " sender = ?) and (submission_id is null or submission_id > ?)",
                sender,
                purged);
        jooq.execute("""
            update intake.submission set status = 'received', mapping_version_id = null, duplicate_of = null,
                   period_from = null, period_to = null, facts = '{}', finished_at = null, read_count = 0, accepted_count = 0,
                   unchanged_count = 0, held_count = 0, rejected_count = 0, waiting_count = 0, closed_count = 0, tells_all = false
             where submission_id in (select submission_id from replay_submission)
            """);
    }

    private Decided decided(Record row) {
        long number = row.get("submission_id", Long.class);
        Record before = jooq.fetchSingle(
                "select mapping_version_id, coalesce(period_from, (received_at at time zone 'UTC')::date) as day from"
                        + " replay_submission where submission_id = ?",
                number);
        List<String> waived = jooq.fetch("select code from replay_waived where submission_id = ?", number)
                .map(code -> code.get(0, String.class));
        return new Decided(
                JooqSubmissionLedger.submission(row),
                before.get("mapping_version_id", Long.class),
                Set.copyOf(waived),
                before.get("day", LocalDate.class));
    }

    @Override
    public Rulings rulings(long submission) {
        Map<String, Rulings.Ruling> rulings = new HashMap<>();
        jooq.fetch(
                        "select member, record_number, state from replay_state where submission_id = ? and ruled_by is"
                                + " not null",
                        submission)
                .forEach(row -> rulings.put(
                        row.get(0, String.class) + "\n" + row.get(1, Long.class),
                        row.get(2, String.class).equals("rejected")
                                ? Rulings.Ruling.REJECTED
                                : Rulings.Ruling.RELEASED));
        return (member, record) -> Optional.ofNullable(rulings.get(member + "\n" + record));
    }

    @Override
    public ReplayReport settle() {
        beliefs.settle();
        jooq.execute("""
            update intake.source_record_state s set ruled_by = r.ruled_by, ruled_at = r.ruled_at, ruling_reason = r.ruling_reason
              from replay_state r where r.ruled_by is not null and s.submission_id = r.submission_id and s.member = r.member
               and s.record_number = r.record_number
            """);
        jooq.execute("""
            update intake.submission s set finished_at = r.finished_at from replay_submission r
             where s.submission_id = r.submission_id
               and to_jsonb(s) - 'finished_at' = to_jsonb(r) - 'finished_at'
            """);
        receipts.issueAll();
        jooq.execute("set constraints all immediate");
        return new ReplayReport(
                new ReplayLines(jooq).all(), restatement.map(Restatement::after).orElse(List.of()));
    }

    @Override
    public boolean commit(long replay, ReplayReport report, Instant at) {
        int ended = jooq.execute(
                "update intake.replay set status = 'done', changes = ?, finished_at = ? where replay_id = ? and status"
                        + " = 'running'",
                report.changes(),
                Timestamp.from(at),
                replay);
        if (ended == 0) {
            return false;
        }
        new ReplayLines(jooq).keep(replay, report);
        try {
            connection.commit();
            return true;
        } catch (SQLException e) {
            throw new DataAccessException("The replay could not be committed, SQL state " + e.getSQLState(), e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessException("The replay could not be undone, SQL state " + e.getSQLState());
        }
    }
}
