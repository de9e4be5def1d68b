package org.throughline.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.Counts;
import org.throughline.intake.Expectation;
import org.throughline.intake.FeedId;
import org.throughline.intake.FeedStanding;
import org.throughline.intake.Timeliness;
import org.throughline.notice.Matter;
import org.throughline.notice.Notice;
import org.throughline.notice.NoticeStore;

/** Notices in PostgreSQL. A round that died leaves its one claimed notice to a round an hour later. */
public final class JooqNoticeStore implements NoticeStore {
    private static final Duration BACK = Duration.ofDays(2);
    private static final Duration TRIED_FOR = Duration.ofDays(7);

    /** A partner without an account has its receipt when it is issued; it stands behind GET. */
    private static final String RECEIPTS = """
        insert into intake.notice (sender, email, kind, subject, occasion, made_at)
        select s.sender, c.email, 'receipt', r.submission_id, r.edition::text, ?
          from intake.receipt r
          join intake.submission s using (submission_id)
          join intake.contact c on c.sender = s.sender and 'receipt' = any (c.notices)
          left join intake.account a on a.sender = s.sender
         where not r.outdated and case when a.sender is null then r.issued_at else r.delivered_at end > ?
         order by r.submission_id, c.email
        on conflict do nothing
        """;

    private static final String OUTCOMES = """
        insert into intake.notice (sender, email, kind, subject, occasion, made_at)
        select o.sender, c.email, 'outcome', o.outcome_file_id, '', ?
          from release.outcome_file o
          join intake.contact c on c.sender = o.sender and 'outcome' = any (c.notices)
         where o.delivered_at > ?
         order by o.outcome_file_id, c.email
        on conflict do nothing
        """;

    private static final String LATE = """
        insert into intake.notice (sender, email, kind, subject, occasion, made_at)
        select f.sender, c.email, 'late', f.feed_id, ?, ?
          from intake.feed f
          join intake.contact c on c.sender = f.sender and 'late' = any (c.notices)
         where f.sender = ? and f.name = ?
         order by c.email
        on conflict do nothing
        """;

    /** One that came meanwhile is not told; the alarm has ended. */
    private static final String MISSING = """
        insert into intake.notice (sender, email, kind, subject, occasion, made_at)
        select f.sender, c.email, k.kind, f.feed_id, a.occasion, ?
          from intake.feed_alarm a
          join intake.feed f using (feed_id)
          join (values ('missing', interval '0'), ('escalation', interval '1 day')) k (kind, after)
            on a.raised_at + k.after <= ? and a.raised_at + k.after > ?
          join intake.contact c on c.sender = f.sender and k.kind = any (c.notices)
         where a.kind = 'missing' and a.ended_at is null
         order by f.feed_id, c.email
        on conflict do nothing
        """;

    private static final String CLAIM = """
        update intake.notice set state = 'sending', attempts = attempts + 1, claimed_at = ?
         where notice_id = (
           select notice_id from intake.notice n
            where exists (select from intake.contact c
                           where c.sender = n.sender and c.email = n.email and n.kind = any (c.notices))
              and state <> 'sent' and notice_id > ? and made_at > ?
              and (state = 'open' or claimed_at + attempts * interval '1 hour' <= ?)
            order by notice_id limit 1 for update skip locked)
        returning notice_id, sender, email, kind, subject, occasion, made_at
        """;

    private final Database database;

    /** Notices of this database. */
    public JooqNoticeStore(Database database) {
        this.database = database;
    }

    @Override
    public void gather(Instant now) {
        Timestamp at = Timestamp.from(now);
        Timestamp since = Timestamp.from(now.minus(BACK));
        database.run(jooq -> jooq.execute(RECEIPTS, at, since));
        database.run(jooq -> jooq.execute(OUTCOMES, at, since));
        database.run(jooq -> jooq.execute(MISSING, at, at, since));
        new JooqFeedBoard(database).standings().forEach(standing -> gather(standing, now));
    }

    private void gather(FeedStanding standing, Instant now) {
        Timeliness timeliness = standing.timeliness(now);
        if (timeliness == Timeliness.LATE || timeliness == Timeliness.MISSING) {
            Expectation expectation = standing.expectation().orElseThrow();
            String due = expectation.latest(now).toString();
            FeedId feed = standing.feed();
            database.run(jooq -> jooq.execute(LATE, due, Timestamp.from(now), feed.sender(), feed.name()));
        }
    }

    @Override
    public Optional<Notice> claim(long after, Instant now) {
        Timestamp at = Timestamp.from(now);
        Timestamp madeAfter = Timestamp.from(now.minus(TRIED_FOR));
        return database.transact(jooq -> jooq.fetchOptional(CLAIM, at, after, madeAfter, at)
                .map(row -> new Notice(
                        row.get("notice_id", Long.class),
                        row.get("sender", String.class),
                        row.get("email", String.class),
                        matter(jooq, row))));
    }

    private static Matter matter(DSLContext jooq, Record row) {
        long subject = row.get("subject", Long.class);
        return switch (row.get("kind", String.class)) {
            case "receipt" -> receipt(jooq, subject, Integer.parseInt(row.get("occasion", String.class)));
            case "outcome" -> outcome(jooq, subject);
            case "late" -> late(jooq, row);
            default -> missing(jooq, row);
        };
    }

    private static Matter receipt(DSLContext jooq, long submission, int edition) {
        Record row = jooq.fetchSingle(
                "select s.*, f.name, a.sender is not null as has_account from intake.submission s"
                        + " join intake.feed f using (feed_id) left join intake.account a on a.sender = s.sender"
                        + " where s.submission_id = ?",
                submission);
        return new Matter.ReceiptReady(
                submission,
                edition,
                feed(row),
                row.get("status", String.class),
                Optional.ofNullable(row.get("period_from", String.class))
                        .map(from -> from + " to " + row.get("period_to", String.class)),
                new Counts(
                        row.get("accepted_count", Long.class),
                        row.get("unchanged_count", Long.class),
                        row.get("held_count", Long.class),
                        row.get("rejected_count", Long.class),
                        row.get("waiting_count", Long.class)),
                row.get("has_account", Boolean.class));
    }

    /** Outcomes go out on the channel for deliveries, where there is one. */
    private static Matter outcome(DSLContext jooq, long file) {
        Record row = jooq.fetchSingle(
                "select o.file_name, o.row_count, (select min(c.name) from intake.channel c where c.sender = o.sender"
                        + " and c.route = 'jdbc-push') as channel from release.outcome_file o where outcome_file_id = ?",
                file);
        return new Matter.OutcomeReady(
                row.get("file_name", String.class),
                row.get("row_count", Long.class),
                Optional.ofNullable(row.get("channel", String.class)));
    }

    private static Matter.FileLate late(DSLContext jooq, Record row) {
        Record feed = jooq.fetchSingle(
                "select sender, name from intake.feed where feed_id = ?", row.get("subject", Long.class));
        return new Matter.FileLate(
                feed(feed),
                Instant.parse(row.get("occasion", String.class)),
                row.get("made_at", Timestamp.class).toInstant());
    }

    private static Matter missing(DSLContext jooq, Record row) {
        Matter.FileLate late = late(jooq, row);
        boolean escalated = row.get("kind", String.class).equals("escalation");
        return new Matter.FileMissing(late.feed(), late.due(), late.seen(), escalated);
    }

    private static FeedId feed(Record row) {
        return new FeedId(row.get("sender", String.class), row.get("name", String.class));
    }

    @Override
    public void sent(long notice, Instant at) {
        database.run(jooq -> jooq.execute(
                "update intake.notice set state = 'sent', sent_at = ? where notice_id = ?",
                Timestamp.from(at),
                notice));
    }

    @Override
    public void failed(long notice) {
        database.run(jooq -> jooq.execute(
                "update intake.notice set state = 'failed' where notice_id = ? and state = 'sending'", notice));
    }
}
