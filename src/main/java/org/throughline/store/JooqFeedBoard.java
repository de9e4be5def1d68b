package org.throughline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.types.YearToSecond;
import org.throughline.intake.Expectation;
import org.throughline.intake.FeedAlarm;
import org.throughline.intake.FeedBoard;
import org.throughline.intake.FeedCalendar;
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
               greatest((select max(n.looked_at) from intake.channel_nothing n
                          where n.sender = f.sender and n.feed = f.name),
                        (select max(t.stated_at) from intake.feed_nothing t
                          where t.feed_id = f.feed_id and t.withdrawn_at is null)) as nothing_new_at,
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

    private static final String ANSWERS = """
        select f.sender, f.name, s.received_at as at, s.status = 'loaded' and s.read_count = 0 as nothing
          from intake.submission s join intake.feed f using (feed_id)
         where s.status in ('received', 'loaded', 'held') and s.received_at > ?
        union all
        select f.sender, f.name, t.stated_at, true
          from intake.feed_nothing t join intake.feed f using (feed_id)
         where t.withdrawn_at is null and t.stated_at > ?
        union all
        select n.sender, n.feed, n.looked_at, true from intake.channel_nothing n where n.looked_at > ?
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

    @Override
    public List<FeedAlarm> alarms() {
        return database.read(
                jooq -> jooq.fetch("select f.sender, f.name, a.kind, a.occasion, a.raised_at, a.owner, a.fact"
                                + " from intake.feed_alarm a join intake.feed f using (feed_id) where a.ended_at is null"
                                + " order by a.raised_at, a.feed_alarm_id")
                        .map(JooqFeedBoard::alarm));
    }

    @Override
    public Map<FeedId, List<FeedCalendar.Answer>> answers(Instant since) {
        Timestamp from = Timestamp.from(since);
        return database.read(jooq -> jooq.fetch(ANSWERS, from, from, from)
                .intoGroups(
                        JooqFeedBoard::feed,
                        row -> new FeedCalendar.Answer(
                                row.get("at", Timestamp.class).toInstant(), row.get("nothing", Boolean.class))));
    }

    private static FeedId feed(Record row) {
        return new FeedId(row.get("sender", String.class), row.get("name", String.class));
    }

    private static FeedAlarm alarm(Record row) {
        return new FeedAlarm(
                feed(row),
                FeedAlarm.Kind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)),
                row.get("occasion", String.class),
                row.get("raised_at", Timestamp.class).toInstant(),
                row.get("owner", String.class),
                row.get("fact", String.class));
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
