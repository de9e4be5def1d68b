package org.throughline.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.FeedAlarm;
import org.throughline.intake.FeedAlarms;
import org.throughline.intake.FeedId;
import org.throughline.intake.Volume;

/** Alarms of feeds in PostgreSQL, each with its event in one transaction. Its owner is who asked to be told, if anybody did. */
public final class JooqFeedAlarms implements FeedAlarms {
    private static final String RAISE = """
        insert into intake.feed_alarm (feed_id, kind, occasion, raised_at, owner, fact, guidance)
        select f.feed_id, ?, ?, ?,
               coalesce((select c.role from intake.contact c where c.sender = f.sender
                          order by 'missing' = any (c.notices) desc, 'late' = any (c.notices) desc, c.role limit 1),
                        'the hub''s operator'), ?, ?
          from intake.feed f
         where f.sender = ? and f.name = ?
           and (? = 'missing' or not exists (select from intake.feed_alarm o
                 where o.feed_id = f.feed_id and o.kind = ? and o.ended_at is null))
        on conflict do nothing
        returning feed_id, owner
        """;

    private static final String ARRIVED = """
        select s.submission_id, (s.received_at at time zone d.zone)::date as came, s.read_count, s.period_to,
               s.submission_id <= f.sized_submission as looked
          from intake.submission s join intake.feed f using (feed_id) join intake.sender d on d.sender = f.sender
         where f.sender = ? and f.name = ? and s.status = 'loaded' and not s.testing
         order by s.submission_id desc limit ?
        """;

    private final Database database;
    private final Clock clock;

    /** Alarms of this database, stamped by this clock. */
    public JooqFeedAlarms(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean raise(FeedAlarm alarm) {
        return database.transact(jooq -> jooq.fetchOptional(
                        RAISE,
                        alarm.kind().word(),
                        alarm.occasion(),
                        Timestamp.from(alarm.raisedAt()),
                        alarm.fact(),
                        alarm.kind().code().guidance(),
                        alarm.feed().sender(),
                        alarm.feed().name(),
                        alarm.kind().word(),
                        alarm.kind().word())
                .map(row -> event(jooq, alarm, row))
                .isPresent());
    }

    private static int event(DSLContext jooq, FeedAlarm alarm, Record row) {
        return jooq.execute(
                "insert into intake.feed_event (sender, feed_id, at, code, fact, guidance) values (?, ?, ?, ?, ?, ?)",
                alarm.feed().sender(),
                row.get("feed_id", Long.class),
                Timestamp.from(alarm.raisedAt()),
                alarm.kind().code().name(),
                alarm.fact() + " Owner: " + row.get("owner", String.class) + ".",
                alarm.kind().code().guidance());
    }

    @Override
    public void end(FeedId feed, FeedAlarm.Kind kind, Instant before) {
        database.run(jooq -> jooq.execute(
                "update intake.feed_alarm set ended_at = ? where kind = ? and ended_at is null and raised_at <= ? and"
                        + " feed_id = (select feed_id from intake.feed where sender = ? and name = ?)",
                Timestamp.from(clock.instant()),
                kind.word(),
                Timestamp.from(before),
                feed.sender(),
                feed.name()));
    }

    @Override
    public List<FeedId> unlooked() {
        return database.read(jooq -> jooq.fetch(
                        "select f.sender, f.name from intake.feed f where exists (select from intake.submission s where"
                                + " s.feed_id = f.feed_id and s.submission_id > f.sized_submission and s.status = 'loaded'"
                                + " and not s.testing) order by f.sender, f.name")
                .map(row -> new FeedId(row.get(0, String.class), row.get(1, String.class))));
    }

    @Override
    public List<Arrived> arrived(FeedId feed) {
        return database.read(jooq -> jooq.fetch(ARRIVED, feed.sender(), feed.name(), 2 * Volume.FILES)
                .sortAsc("submission_id")
                .map(JooqFeedAlarms::arrived));
    }

    private static Arrived arrived(Record row) {
        return new Arrived(
                row.get("submission_id", Long.class),
                row.get("came", LocalDate.class),
                row.get("read_count", Long.class),
                Optional.ofNullable(row.get("period_to", LocalDate.class)),
                row.get("looked", Boolean.class));
    }

    @Override
    public void looked(FeedId feed, long submission) {
        database.run(jooq -> jooq.execute(
                "update intake.feed set sized_submission = ? where sender = ? and name = ? and sized_submission < ?",
                submission,
                feed.sender(),
                feed.name(),
                submission));
    }
}
