package org.throughline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.throughline.intake.Backlog;
import org.throughline.intake.FeedBacklog;
import org.throughline.intake.FeedId;

/** What lies open, from PostgreSQL. */
public final class JooqBacklog implements Backlog {
    private static final String FEEDS = """
        select f.sender, f.name, coalesce(sum(s.held_count), 0) as held, coalesce(sum(s.waiting_count), 0) as waiting,
               count(*) filter (where s.status = 'received') as undecided,
               min(s.received_at) filter (where s.status = 'received') as undecided_since,
               count(r.submission_id) filter (where r.delivered_at is null) as undelivered,
               max(s.finished_at) filter (where s.status in ('loaded', 'duplicate')) as succeeded_at
          from intake.feed f
          left join intake.submission s on s.feed_id = f.feed_id
          left join intake.receipt r on r.submission_id = s.submission_id
         group by f.feed_id, f.sender, f.name
         order by f.sender, f.name
        """;

    private final Database database;

    /** What lies open in this database. */
    public JooqBacklog(Database database) {
        this.database = database;
    }

    @Override
    public List<FeedBacklog> feeds() {
        return database.read(jooq -> jooq.fetch(FEEDS).map(JooqBacklog::feed));
    }

    private static FeedBacklog feed(Record row) {
        return new FeedBacklog(
                new FeedId(row.get("sender", String.class), row.get("name", String.class)),
                row.get("held", Long.class),
                row.get("waiting", Long.class),
                row.get("undecided", Long.class),
                instant(row, "undecided_since"),
                row.get("undelivered", Long.class),
                instant(row, "succeeded_at"));
    }

    private static Optional<Instant> instant(Record row, String column) {
        return Optional.ofNullable(row.get(column, Timestamp.class)).map(Timestamp::toInstant);
    }
}
