package org.throughline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.throughline.canonical.Entity;
import org.throughline.drift.Change;
import org.throughline.drift.FileLook;
import org.throughline.intake.ControlTotal;
import org.throughline.intake.Load;
import org.throughline.intake.Settling;
import org.throughline.intake.SettlingProblem;
import org.throughline.intake.Stage;
import org.throughline.intake.StagedRecord;
import org.throughline.intake.SubmissionStatus;
import org.throughline.intake.SubmissionWatcher;
import org.throughline.mapping.Content;
import org.throughline.mapping.Period;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** One submission in one transaction on one connection: staged by COPY, decided and stored by set-based SQL. */
final class JooqLoad implements Load {
    private final Connection connection;
    private final DSLContext jooq;
    private final LoadContext load;
    private final SubmissionWatcher watcher;
    private final StagingArea staging;
    private final LoadPlan plan;
    private final StateWriter writer;
    private final FeedHeaderRows looks;
    private final boolean live;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<ControlTotal> totals = new ArrayList<>();
    private boolean fresh;

    JooqLoad(Connection connection, DSLContext jooq, LoadContext load, SubmissionWatcher watcher) {
        this.watcher = watcher;
        this.connection = connection;
        this.jooq = jooq;
        this.load = load;
        jooq.execute("select pg_advisory_xact_lock(7305, hashtext(?))", load.sender());
        this.live =
                count("select count(*) from intake.submission where submission_id = ? and testing", load.submission())
                        == 0;
        this.staging = new StagingArea(jooq, connection, load);
        this.plan = new LoadPlan(jooq);
        this.writer = new StateWriter(jooq, load);
        this.looks = new FeedHeaderRows(jooq, load);
    }

    @Override
    public boolean decided() {
        Object status =
                jooq.fetchValue("select status from intake.submission where submission_id = ?", load.submission());
        fresh = "received".equals(status);
        return !fresh && !"held".equals(status);
    }

    @Override
    public void member(String name, List<String> header) {
        headers.put(name, header);
    }

    @Override
    public Optional<FileLook> lastLook(String member) {
        return looks.last(member);
    }

    @Override
    public void look(String member, FileLook look, List<Change> drift) {
        looks.look(member, look, drift);
    }

    @Override
    public void stage(StagedRecord record) {
        staging.add(StagedLines.of(record));
    }

    @Override
    public Runnable ready(StagedRecord record) {
        StagedLines lines = StagedLines.of(record);
        return () -> staging.add(lines);
    }

    @Override
    public void problem(Problem problem) {
        staging.add(problem);
    }

    @Override
    public void total(ControlTotal total) {
        totals.add(total);
    }

    @Override
    public void settle(Settling terms) {
        staging.flush();
        plan.takeWholeSets(staging.isLarge());
        watcher.next(Stage.DECIDE);
        boolean inOrder = terms.receive().content() == Content.EVENTS;
        Set<Entity> past = terms.snapshot() && load.again()
                ? new LaterSnapshot(jooq, load)
                        .leavesOut(terms.closedByAbsence().values())
                : Set.of();
        new RecordDecision(jooq, load, staging, inOrder).decide(past);
        if (terms.snapshot() && !load.again()) {
            plan.takeWholeSets(true);
            writer.tellsAll(new SnapshotClosing(jooq, load, staging, terms).find());
            plan.takeWholeSets(staging.isLarge());
            overtaking(terms).ifPresent(later -> staging.add(SettlingProblem.overtaken(later)));
        }
        new ClientEnding(jooq, load, staging).takeAlong(terms.receive().limit());
        new EnrollmentEnding(jooq, load, staging).takeAlong();
        askFileRule(terms);
        if (!live && !load.again()) {
            staging.add(Problem.of(
                    ProblemCode.FEED_TESTING,
                    Place.submission(),
                    "The feed is being tested: the file was checked like any other, and nothing of it is stored."));
        }
        staging.flushProblems();
        SubmissionStatus status = load.again() ? SubmissionStatus.LOADED : status(terms);
        int closed = 0;
        if (status != SubmissionStatus.LOADED) {
            jooq.execute("update stage_record set state = 'held' where state is distinct from 'rejected'");
        } else if (live) {
            watcher.next(Stage.STORE);
            CanonicalApply apply = new CanonicalApply(jooq, load, staging);
            apply.store(terms.snapshot() && !load.again());
            closed = apply.close();
        }
        plan.takeWholeSets(true);
        write(terms, status, closed);
        commit();
    }

    @Override
    public void close() {
        try (connection;
                staging) {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary files of a load could not be closed", e);
        } catch (SQLException e) {
            throw new DataAccessException(
                    "The load could not be undone, SQL state " + e.getSQLState(), SqlState.only(e));
        }
    }

    /** A later file for the same days was loaded, or repeats one that was, while this one waited for its turn or after a crash. */
    private Optional<Long> overtaking(Settling terms) {
        return jooq.fetchOptional(
                        """
                            select max(n.submission_id) from intake.submission n
                          join intake.submission w on w.submission_id = coalesce(n.duplicate_of, n.submission_id) and w.status = 'loaded'
                         where n.feed_id = ? and n.submission_id > ? and n.testing <> ?
                           and coalesce(daterange(w.period_from, w.period_to, '[]') && daterange(?::date, ?::date, '[]'), true)
                        """,
                        load.feed(),
                        load.submission(),
                        live,
                        terms.period().map(Period::from).orElse(null),
                        terms.period().map(Period::to).orElse(null))
                .map(row -> row.get(0, Long.class));
    }

    private void askFileRule(Settling terms) {
        if (load.again()) {
            return;
        }
        long rows = count("select count(*) from stage_record");
        long bad = count("select count(*) from stage_record where state in ('held', 'rejected')");
        Object last = jooq.fetchValue(
                "select read_count from intake.submission where feed_id = ? and status = 'loaded' and submission_id < ?"
                        + " order by submission_id desc limit 1",
                load.feed(),
                load.submission());
        long lastRows = last == null ? 0 : ((Number) last).longValue();
        if (terms.receive().holdFileIf().holds(rows, bad, lastRows)) {
            staging.add(SettlingProblem.fileRule(rows, bad, lastRows));
        }
    }

    private SubmissionStatus status(Settling terms) {
        String[] waived = terms.waived().toArray(String[]::new);
        if (count("select count(*) from stage_problem where seq is null and level = 'reject'") > 0) {
            return SubmissionStatus.REJECTED;
        }
        return count("select count(*) from stage_problem where level = 'hold_file' and code <> all(?::text[])", (Object)
                                waived)
                        > 0
                ? SubmissionStatus.HELD
                : SubmissionStatus.LOADED;
    }

    private void write(Settling terms, SubmissionStatus status, int closed) {
        watcher.next(Stage.STATES);
        if (load.again()) {
            writer.clearStaged();
        } else if (!fresh) {
            writer.clear();
        }
        int ordinal = 1;
        for (Map.Entry<String, List<String>> member : headers.entrySet()) {
            writer.member(member.getKey(), ordinal++);
            writer.header(member.getKey(), member.getValue());
        }
        staging.sendCells();
        writer.states(staging.accepted());
        if (!load.again()) {
            writer.notTaken(terms.notTaken(), ordinal);
            writer.totals(totals);
        }
        StateWriter.counts(jooq, load.submission());
        StateWriter.outdate(jooq, load.submission());
        if (!load.again()) {
            writer.finish(status, closed, terms);
            if (live) {
                writer.watermark();
                looks.keep(status == SubmissionStatus.LOADED);
            }
            if (live && fresh) {
                looks.tell();
            }
        }
    }

    private void commit() {
        watcher.next(Stage.COMMIT);
        try {
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new DataAccessException("The load could not be committed, SQL state " + e.getSQLState(), e);
        }
    }

    private long count(String sql, Object... values) {
        return ((Number) jooq.fetchValue(sql, values)).longValue();
    }
}
