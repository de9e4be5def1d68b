package org.throughline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.throughline.intake.FeedId;
import org.throughline.intake.IntakePorts;
import org.throughline.intake.ReplayPlan;
import org.throughline.intake.ReplaySpace;
import org.throughline.intake.Replays;

/** Replays in PostgreSQL, each in one transaction on a connection of its own; how far it is stands outside of that. */
public final class JooqReplays implements Replays {
    private final Database database;

    /** Replays of this database. */
    public JooqReplays(Database database) {
        this.database = database;
    }

    @Override
    public long enter(ReplayPlan plan, Instant at) {
        return database.transact(jooq -> jooq.fetchSingle(
                        "insert into intake.replay (feed_id, sender, from_day, to_day, only_submission,"
                                + " mapping_version_id, started_at) select feed_id, sender, ?, ?, ?, ?, ? from"
                                + " intake.feed where sender = ? and name = ? returning replay_id",
                        plan.from().orElse(null),
                        plan.to().orElse(null),
                        plan.submission().orElse(null),
                        plan.version().orElse(null),
                        Timestamp.from(at),
                        plan.feed().sender(),
                        plan.feed().name())
                .get(0, Long.class));
    }

    @Override
    public ReplaySpace open(IntakePorts ports, String sender, boolean tellingConsequences) {
        try {
            Connection connection = database.source().getConnection();
            connection.setAutoCommit(false);
            return new ReplayTransaction(connection, ports, sender, tellingConsequences);
        } catch (SQLException e) {
            throw new DataAccessException(
                    "The database gives no connection for a replay, SQL state " + e.getSQLState(), SqlState.only(e));
        }
    }

    @Override
    public Optional<Entry> find(long replay) {
        return database.read(jooq -> jooq.fetchOptional(
                        "select r.*, f.name from intake.replay r join intake.feed f using (feed_id) where replay_id ="
                                + " ?",
                        replay)
                .map(JooqReplays::entry));
    }

    /** A request to stop is forgotten only where the replay begins again. */
    @Override
    public void note(long replay, Entry entry) {
        database.run(jooq -> jooq.execute(
                "update intake.replay set status = ?, total = ?, decided = ?, confirmed = ?, changes = ?,"
                        + " stop_asked = stop_asked and ? > 0 where replay_id = ? and status <> 'done'",
                entry.status(),
                entry.total(),
                entry.decided(),
                entry.confirmed().orElse(null),
                entry.changes().orElse(null),
                entry.total(),
                replay));
    }

    @Override
    public boolean askToStop(long replay) {
        return database.transact(jooq -> jooq.execute(
                        "update intake.replay set stop_asked = true where replay_id = ? and status = 'running'",
                        replay))
                > 0;
    }

    @Override
    public Optional<Long> version(String mapping, int number) {
        return database.read(jooq -> jooq.fetchOptional(
                        "select mapping_version_id from intake.mapping_version where mapping = ? and number = ?",
                        mapping,
                        number)
                .map(row -> row.get(0, Long.class)));
    }

    @Override
    public long purgedUpTo(String sender) {
        return database.read(jooq -> purgedUpTo(jooq, sender));
    }

    static long purgedUpTo(DSLContext jooq, String sender) {
        return jooq.fetchSingle("select coalesce(max(submission_id), 0) from audit.deletion where sender = ?", sender)
                .get(0, Long.class);
    }

    private static Entry entry(Record row) {
        ReplayPlan plan = new ReplayPlan(
                new FeedId(row.get("sender", String.class), row.get("name", String.class)),
                Optional.ofNullable(row.get("from_day", LocalDate.class)),
                Optional.ofNullable(row.get("to_day", LocalDate.class)),
                Optional.ofNullable(row.get("only_submission", Long.class)),
                Optional.ofNullable(row.get("mapping_version_id", Long.class)));
        return new Entry(
                plan,
                row.get("status", String.class),
                row.get("total", Integer.class),
                row.get("decided", Integer.class),
                row.get("stop_asked", Boolean.class),
                Optional.ofNullable(row.get("confirmed", Long.class)),
                Optional.ofNullable(row.get("changes", Long.class)));
    }
}
