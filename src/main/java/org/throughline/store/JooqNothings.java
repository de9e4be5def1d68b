package org.throughline.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.throughline.intake.FeedId;
import org.throughline.intake.Nothings;
import org.throughline.problem.NotFoundException;

/** Statements that there is nothing to report, in PostgreSQL. */
public final class JooqNothings implements Nothings {
    private final Database database;
    private final Clock clock;

    /** Statements in this database, stamped by this clock. */
    public JooqNothings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void state(FeedId feed, Period period, String reason) {
        change(
                act("feed.nothing", feed, period, reason),
                jooq -> jooq.execute(
                        "insert into intake.feed_nothing (feed_id, period_from, period_to, reason, stated_at) select feed_id,"
                                + " ?::date, ?::date, ?, ? from intake.feed where sender = ? and name = ?",
                        period.from(),
                        period.to(),
                        reason,
                        Timestamp.from(clock.instant()),
                        feed.sender(),
                        feed.name()));
    }

    @Override
    public void withdraw(FeedId feed, Period period, String reason) {
        change(
                act("feed.nothing_withdrawn", feed, period, reason),
                jooq -> jooq.execute(
                        "update intake.feed_nothing set withdrawn_at = ? where withdrawn_at is null and period_from = ?::date"
                                + " and period_to = ?::date and feed_id = (select feed_id from intake.feed where sender = ? and"
                                + " name = ?)",
                        Timestamp.from(clock.instant()),
                        period.from(),
                        period.to(),
                        feed.sender(),
                        feed.name()));
    }

    private static AuditEntries.Act act(String action, FeedId feed, Period period, String reason) {
        return new AuditEntries.Act(action, feed.toString(), Map.of("period", period.toString(), "reason", reason));
    }

    private void change(AuditEntries.Act act, Function<DSLContext, Integer> work) {
        database.transact(jooq -> {
            AuditEntries.add(jooq, clock, act);
            if (work.apply(jooq) == 0) {
                throw new NotFoundException("There is no feed " + act.object() + ", or nothing was stated for it from "
                        + act.detail().get("period") + ".");
            }
            return true;
        });
    }
}
