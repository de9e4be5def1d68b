package org.throughline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.types.YearToSecond;
import org.throughline.intake.Expectation;
import org.throughline.intake.FeedBoard;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedId;
import org.throughline.intake.FeedStanding;

/** Feeds at a glance, from PostgreSQL. */
public final class JooqFeedBoard implements FeedBoard {
    private static final String STANDINGS = """
        select f.sender, f.name, f.mapping, f.status as feed_status, coalesce(e.since, d.applied_at) as since, e.every, e.due_on,
               e.due_by, e.zone, e.grace, e.calendar, e.on_holiday, e.holidays, l.submission_id, l.received_at, l.status as last_status, l.read_count,
               (select max(a.received_at) from intake.submission a
                 where a.feed_id = f.feed_id and a.status in ('received', 'loaded', 'held')) as arrived_at,
               (select max(n.looked_at) from intake.channel_nothing n
                 where n.sender = f.sender and n.feed = f.name) as nothing_new_at,
               (select count(*) from intake.submission u
                 where u.feed_id = f.feed_id and u.status = 'received') as undecided,
               (select coalesce(sum(o.held_count + o.waiting_count), 0) from intake.submission o
                 where o.feed_id = f.feed_id) as open_records
          from intake.feed f
          join intake.sender d on d.sender = f.sender
          left join intake.feed_expectation e on e.feed_id = f.feed_id
          left join lateral (select * from intake.submission s where s.feed_id = f.feed_id
                              order by s.submission_id desc limit 1) l on true
         order by f.sender, f.name
        """;

    private final Database database;

    /** The feeds of this database. */
    public JooqFeedBoard(Database database) {
        this.database = database;
    }

    @Override
    public List<FeedStanding> standings() {
        return database.read(jooq -> jooq.fetch(STANDINGS).map(JooqFeedBoard::standing));
    }

    @Override
    public List<FeedEvent> events(Instant since) {
        return database.read(jooq -> jooq.fetch("""
            select e.at, coalesce(e.sender, f.sender, '') as sender, f.name, e.code, e.fact, e.guidance, e.proposal
              from intake.feed_event e left join intake.feed f on f.feed_id = e.feed_id
             where e.at >= ? order by e.at, e.feed_event_id
            """, Timestamp.from(since)).map(JooqFeedBoard::event));
    }

    private static FeedEvent event(Record row) {
        String sender = row.get("sender", String.class);
        return new FeedEvent(
                row.get("at", Timestamp.class).toInstant(),
                sender,
                Optional.ofNullable(row.get("name", String.class)).map(name -> new FeedId(sender, name)),
                row.get("code", String.class),
                row.get("fact", String.class),
                row.get("guidance", String.class),
                Optional.ofNullable(row.get("proposal", String.class)));
    }

    private static FeedStanding standing(Record row) {
        return new FeedStanding(
                new FeedId(row.get("sender", String.class), row.get("name", String.class)),
                row.get("mapping", String.class),
                row.get("feed_status", String.class),
                instant(row, "since"),
                Optional.ofNullable(row.get("every", String.class)).map(every -> expectation(every, row)),
                Optional.ofNullable(row.get("submission_id", Long.class)).map(number -> last(number, row)),
                instant(row, "arrived_at"),
                instant(row, "nothing_new_at"),
                row.get("undecided", Long.class),
                row.get("open_records", Long.class));
    }

    private static Expectation expectation(String every, Record row) {
        return new Expectation(
                every,
                Optional.ofNullable(row.get("due_on", String.class)),
                row.get("due_by", LocalTime.class),
                ZoneId.of(row.get("zone", String.class)),
                row.get("grace", YearToSecond.class).toDuration(),
                ExpectationRows.daysOff(row));
    }

    private static FeedStanding.Last last(long number, Record row) {
        return new FeedStanding.Last(
                number,
                row.get("received_at", Timestamp.class).toInstant(),
                row.get("last_status", String.class),
                row.get("read_count", Long.class));
    }

    private static Optional<Instant> instant(Record row, String column) {
        return Optional.ofNullable(row.get(column, Timestamp.class)).map(Timestamp::toInstant);
    }
}
