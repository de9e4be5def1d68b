package org.throughline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.throughline.intake.Load;
import org.throughline.intake.Loads;
import org.throughline.intake.RecordId;
import org.throughline.intake.Submission;
import org.throughline.intake.SubmissionWatcher;

/** Opens loads, each on a connection of its own. */
public final class JooqLoads implements Loads {
    private final Database database;
    private final Clock clock;
    private final SubmissionWatcher watcher;

    /** Loads into this database; new beliefs hold from the clock's instant. */
    public JooqLoads(Database database, Clock clock) {
        this(database, clock, SubmissionWatcher.NOBODY);
    }

    /** Such loads, of whose parts this watcher is told. */
    public JooqLoads(Database database, Clock clock, SubmissionWatcher watcher) {
        this.database = database;
        this.clock = clock;
        this.watcher = watcher;
    }

    @Override
    public Load begin(Submission submission, long mappingVersion) {
        return open(new LoadContext(submission, mappingVersion, false, clock.instant()));
    }

    @Override
    public Load beginAgain(Submission submission, long mappingVersion) {
        return open(new LoadContext(submission, mappingVersion, true, clock.instant()));
    }

    @Override
    public List<Submission> sameBytes(Submission submission, long mappingVersion) {
        return database.read(jooq -> jooq.fetch(
                        JooqSubmissionLedger.SUBMISSION
                                + " where s.feed_id = ? and s.sha256 = ? and s.mapping_version_id = ? and"
                                + " s.submission_id <> ? and s.testing = (select n.testing from intake.submission n"
                                + " where n.submission_id = ?) and (s.status = 'loaded' or s.status in ('held',"
                                + " 'rejected') and s.done_file is not distinct from ?) order by s.submission_id",
                        submission.feed().number(),
                        submission.original().sha256(),
                        mappingVersion,
                        submission.number(),
                        submission.number(),
                        submission.doneFile().orElse(null))
                .map(JooqSubmissionLedger::submission));
    }

    @Override
    public void duplicate(Submission submission, long mappingVersion, long earlier) {
        database.run(jooq -> jooq.execute(
                "update intake.submission set status = 'duplicate', duplicate_of = ?, mapping_version_id = ?,"
                        + " finished_at = ? where submission_id = ? and status = 'received'",
                earlier,
                mappingVersion,
                Timestamp.from(clock.instant()),
                submission.number()));
    }

    @Override
    public List<RecordId> ready(String sender) {
        boolean waits = database.read(jooq ->
                (boolean) jooq.fetchValue("select exists (select 1 from intake.waiting_for where sender = ?)", sender));
        return waits ? parentsHere(sender) : List.of();
    }

    private List<RecordId> parentsHere(String sender) {
        String here = java.util.Arrays.stream(org.throughline.canonical.Entity.values())
                        .map(entity -> "(w.entity = '" + entity.table() + "' and exists (select 1 from "
                                + RecordDecision.belief(entity)
                                + " c where c.sender = w.sender and c.key = w.key and c.recorded_to is null))")
                        .collect(java.util.stream.Collectors.joining(" or "))
                + " or exists (select 1 from intake.taken_back t where t.sender = w.sender and t.entity = w.entity"
                + " and t.key = w.key and w.changed_on <= t.source_updated_at::date)"
                + " or w.entity = 'enrollment' and " + TakenBack.withItsClient("w.sender", "w.key", "w.changed_on");
        return database.read(jooq -> jooq.fetch(
                        "select submission_id, member, record_number from intake.waiting_for w where sender = ?"
                                + " group by submission_id, member, record_number having bool_and(" + here + ")"
                                + " order by submission_id, member, record_number",
                        sender)
                .map(row -> new RecordId(row.get(0, Long.class), row.get(1, String.class), row.get(2, Long.class))));
    }

    @Override
    public List<String> waitingSenders() {
        return database.read(jooq -> jooq.fetch("select distinct sender from intake.waiting_for order by 1")
                .map(row -> row.get(0, String.class)));
    }

    private Load open(LoadContext context) {
        try {
            Connection connection = database.source().getConnection();
            connection.setAutoCommit(false);
            return new JooqLoad(connection, DSL.using(connection, SQLDialect.POSTGRES), context, watcher);
        } catch (SQLException e) {
            throw new DataAccessException(
                    "The database gives no connection for a load, SQL state " + e.getSQLState(), SqlState.only(e));
        }
    }
}
