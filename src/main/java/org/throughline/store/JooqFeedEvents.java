package org.throughline.store;

import java.sql.Timestamp;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;

/** Feed events in PostgreSQL. */
public final class JooqFeedEvents implements FeedEvents {
    private final Database database;

    /** Events of this database. */
    public JooqFeedEvents(Database database) {
        this.database = database;
    }

    @Override
    public void record(FeedEvent event) {
        database.run(jooq -> jooq.execute(
                "insert into intake.feed_event (sender, feed_id, at, code, fact, guidance) values (?,"
                        + " (select feed_id from intake.feed where sender = ? and name = ?), ?, ?, ?, ?)",
                event.sender(),
                event.sender(),
                event.feed().map(feed -> feed.name()).orElse(null),
                Timestamp.from(event.at()),
                event.code(),
                event.fact(),
                event.guidance()));
    }
}
