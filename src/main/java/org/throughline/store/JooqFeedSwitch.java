package org.throughline.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.throughline.intake.FeedId;
import org.throughline.intake.FeedSwitch;
import org.throughline.problem.NotFoundException;

/** The switches of feeds in PostgreSQL, which works out what holds. */
public final class JooqFeedSwitch implements FeedSwitch {
    private final Database database;
    private final Clock clock;

    /** Switches of this database, stamped by this clock. */
    public JooqFeedSwitch(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String stop(FeedId feed, String reason) {
        return database.transact(jooq -> {
            audit(jooq, "feed.stop", feed, reason);
            return one(
                    feed,
                    jooq.fetch(
                                    "update intake.feed set stopped_at = coalesce(stopped_at, ?), stopped_by ="
                                            + " session_user, stop_reason = ? where sender = ? and name = ? returning"
                                            + " status",
                                    Timestamp.from(clock.instant()),
                                    reason,
                                    feed.sender(),
                                    feed.name())
                            .map(row -> row.get(0, String.class)));
        });
    }

    @Override
    public String start(FeedId feed, String reason) {
        return database.transact(jooq -> {
            audit(jooq, "feed.start", feed, reason);
            jooq.execute(
                    "update intake.feed_expectation e set since = ? from intake.feed f where f.feed_id = e.feed_id and"
                            + " f.status = 'stopped' and f.sender = ? and f.name = ?",
                    Timestamp.from(clock.instant()),
                    feed.sender(),
                    feed.name());
            return one(
                    feed,
                    jooq.fetch(
                                    "update intake.feed set stopped_at = null, stopped_by = null, stop_reason = null,"
                                            + " testing_since = null where sender = ? and name = ? returning status",
                                    feed.sender(),
                                    feed.name())
                            .map(row -> row.get(0, String.class)));
        });
    }

    @Override
    public List<FeedId> retest(String mapping, String reason) {
        return database.transact(jooq -> {
            List<FeedId> feeds = jooq.fetch(
                            "update intake.feed set testing_since = coalesce(testing_since, ?) where mapping = ? and"
                                    + " retest returning sender, name",
                            Timestamp.from(clock.instant()),
                            mapping)
                    .map(row -> new FeedId(row.get(0, String.class), row.get(1, String.class)));
            feeds.forEach(feed -> audit(jooq, "feed.retest", feed, reason));
            return feeds;
        });
    }

    private void audit(DSLContext jooq, String action, FeedId feed, String reason) {
        AuditEntries.add(jooq, clock, new AuditEntries.Act(action, feed.toString(), Map.of("reason", reason)));
    }

    private static String one(FeedId feed, List<String> statuses) {
        if (statuses.isEmpty()) {
            throw new NotFoundException("There is no feed " + feed + ".");
        }
        return statuses.get(0);
    }
}
