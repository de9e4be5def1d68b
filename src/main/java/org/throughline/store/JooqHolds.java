package org.throughline.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.problem.NotFoundException;
import org.throughline.problem.RefusedException;
import org.throughline.retention.Hold;
import org.throughline.retention.Holds;

/** Legal holds in PostgreSQL. */
public final class JooqHolds implements Holds {
    private final Database database;
    private final Clock clock;

    /** Holds in this database, stamped by this clock. */
    public JooqHolds(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public long place(Hold.Scope scope, String reason) {
        return database.transact(jooq -> {
            mustBeThere(jooq, scope);
            long number = jooq.fetchSingle(
                            "insert into intake.legal_hold (sender, feed_id, submission_id, client_key, reason, placed_at)"
                                    + " select ?, (select feed_id from intake.feed where sender = ? and name = ?), ?, ?, ?,"
                                    + " ? returning hold_id",
                            scope.sender(),
                            scope.sender(),
                            scope.feed().orElse(null),
                            scope.submission().orElse(null),
                            scope.client().orElse(null),
                            reason,
                            Timestamp.from(clock.instant()))
                    .get(0, Long.class);
            audit(jooq, "retention.hold", number, Map.of("scope", scope.toString(), "reason", reason));
            return number;
        });
    }

    /** A client may be held whom nobody has sent yet; everything else is known. */
    private static void mustBeThere(DSLContext jooq, Hold.Scope scope) {
        String sender = scope.sender();
        boolean there = scope.submission()
                .map(number -> jooq.fetchOptional(
                        "select 1 from intake.submission where submission_id = ? and sender = ?", number, sender))
                .or(() -> scope.feed()
                        .map(feed -> jooq.fetchOptional(
                                "select 1 from intake.feed where sender = ? and name = ?", sender, feed)))
                .orElseGet(() -> jooq.fetchOptional("select 1 from intake.sender where sender = ?", sender))
                .isPresent();
        if (!there) {
            throw new NotFoundException(
                    "Nothing can be held: there is no " + scope.toString().replace("all of", "sender") + ".");
        }
    }

    @Override
    public void lift(long number, String reason) {
        database.run(jooq -> {
            int lifted = jooq.execute(
                    "update intake.legal_hold set lifted_at = ?, lifted_by = session_user, lift_reason = ? where hold_id"
                            + " = ? and lifted_at is null",
                    Timestamp.from(clock.instant()),
                    reason,
                    number);
            if (lifted == 0) {
                throw new RefusedException(
                        "There is no legal hold " + number + " that stands. retention holds lists all.");
            }
            audit(jooq, "retention.lift", number, Map.of("reason", reason));
        });
    }

    private void audit(DSLContext jooq, String action, long number, Map<String, String> detail) {
        AuditEntries.add(jooq, clock, new AuditEntries.Act(action, "legal hold " + number, detail));
    }

    @Override
    public List<Hold> all() {
        return database.transact(jooq -> {
            List<Hold> all = jooq.fetch("select h.*, f.name as feed from intake.legal_hold h left join intake.feed f"
                            + " using (feed_id) order by h.lifted_at nulls first, h.hold_id")
                    .map(JooqHolds::hold);
            all.stream()
                    .filter(hold -> hold.scope().client().isPresent())
                    .forEach(hold -> audit(jooq, "retention.holds", hold.number(), Map.of()));
            return all;
        });
    }

    private static Hold hold(Record row) {
        return new Hold(
                row.get("hold_id", Long.class),
                new Hold.Scope(
                        row.get("sender", String.class),
                        Optional.ofNullable(row.get("feed", String.class)),
                        Optional.ofNullable(row.get("submission_id", Long.class)),
                        Optional.ofNullable(row.get("client_key", String.class))),
                row.get("reason", String.class),
                row.get("placed_at", Timestamp.class).toInstant(),
                row.get("placed_by", String.class),
                Optional.ofNullable(row.get("lifted_at", Timestamp.class))
                        .map(at -> new Hold.Lifting(
                                at.toInstant(),
                                row.get("lifted_by", String.class),
                                row.get("lift_reason", String.class))));
    }
}
