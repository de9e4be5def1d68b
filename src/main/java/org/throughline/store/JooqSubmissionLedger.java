package org.throughline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.Delivery;
import org.throughline.intake.Feed;
import org.throughline.intake.FeedId;
import org.throughline.intake.Original;
import org.throughline.intake.Seal;
import org.throughline.intake.SenderFeeds;
import org.throughline.intake.ServedElsewhereException;
import org.throughline.intake.Submission;
import org.throughline.intake.SubmissionLedger;
import org.throughline.mapping.Facts;

/** Feeds and submissions in PostgreSQL. */
public final class JooqSubmissionLedger implements SubmissionLedger, SenderFeeds {
    static final String SUBMISSION =
            "select s.submission_id, s.file_name, s.done_file, s.sha256, o.size_bytes, s.received_at, f.feed_id,"
                    + " f.sender, f.name, f.mapping, f.status from intake.submission s join intake.feed f using (feed_id)"
                    + " join intake.original o using (sha256)";

    /** What the feed of {@code s} said since, until another one: {@code w} are the words of {@code n}, which may repeat them. */
    private static final String SAID_SINCE = """
        from intake.submission s join intake.submission n on n.feed_id = s.feed_id and n.submission_id > s.submission_id
                                                         and n.testing = s.testing
             join intake.submission w on w.submission_id = coalesce(n.duplicate_of, n.submission_id) and w.status = 'loaded'
         where s.submission_id = ? and n.submission_id < ?
           and coalesce(daterange(w.period_from, w.period_to, '[]') && daterange(s.period_from, s.period_to, '[]'), true)
        """;

    private final Database database;

    /** A ledger in this database. */
    public JooqSubmissionLedger(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Feed> feed(FeedId id) {
        return database.read(jooq -> jooq.fetchOptional(
                        "select feed_id, sender, name, mapping, status from intake.feed where sender = ? and name = ?",
                        id.sender(),
                        id.name())
                .map(JooqSubmissionLedger::feed));
    }

    @Override
    public Feed trialFeed(FeedId id, String mapping) {
        database.run(jooq -> {
            jooq.execute(
                    "insert into intake.sender (sender, title, kind) values (?, 'Files tried without set-up', 'trial')"
                            + " on conflict do nothing",
                    id.sender());
            jooq.execute(
                    "insert into intake.feed (sender, name, mapping) values (?, ?, ?) on conflict do nothing",
                    id.sender(),
                    id.name(),
                    mapping);
        });
        return feed(id).orElseThrow();
    }

    @Override
    public Submission receive(Feed feed, Delivery delivery, Original original, Instant at) {
        return database.transact(jooq -> {
            delivery.node().ifPresent(node -> stillServed(jooq, feed.id().sender(), node));
            jooq.execute(
                    "insert into intake.original (sha256, size_bytes, kept_at) values (?, ?, ?) on conflict do nothing",
                    original.sha256(),
                    original.size(),
                    Timestamp.from(at));
            Submission arrived = new Submission(0, feed, delivery.fileName(), original, at, delivery.doneFile());
            boolean stays = delivery.way() == Delivery.Way.FOLDER;
            return (stays ? stillThere(jooq, arrived) : Optional.<Submission>empty())
                    .or(() -> entered(jooq, arrived, delivery))
                    .orElseGet(() -> stillThere(jooq, arrived).orElseThrow());
        });
    }

    /** Till this transaction ends, nobody can strike the node off. */
    private static void stillServed(DSLContext jooq, String sender, long node) {
        boolean served = jooq.fetchOptional(
                        "select 1 from intake.holding h join intake.node n using (node_id) where h.sender = ? and"
                                + " h.node_id = ? and n.alive_until > clock_timestamp() for key share of n",
                        sender,
                        node)
                .isPresent();
        if (!served) {
            throw new ServedElsewhereException(sender);
        }
    }

    private static Optional<Submission> entered(DSLContext jooq, Submission arrived, Delivery delivery) {
        return jooq.fetchOptional(
                        "insert into intake.submission (feed_id, sender, file_name, sha256, received_at, done_file,"
                                + " sealed_sha256, signed_by, testing, still_there, status) values (?, ?, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?, 'received') on conflict do nothing returning submission_id",
                        arrived.feed().number(),
                        arrived.feed().id().sender(),
                        arrived.fileName(),
                        arrived.original().sha256(),
                        Timestamp.from(arrived.receivedAt()),
                        arrived.doneFile().orElse(null),
                        delivery.seal().map(Seal::sha256).orElse(null),
                        delivery.seal().flatMap(Seal::signedBy).orElse(null),
                        arrived.feed().isTested(),
                        delivery.way() == Delivery.Way.FOLDER)
                .map(row -> arrived.numbered(row.get(0, Long.class)));
    }

    /** What another node entered while this one was about to is there too. */
    private static Optional<Submission> stillThere(DSLContext jooq, Submission arrived) {
        return jooq.fetchOptional(
                        SUBMISSION + " where s.still_there and s.feed_id = ? and s.file_name = ? and s.sha256 = ?"
                                + " and s.done_file is not distinct from ?",
                        arrived.feed().number(),
                        arrived.fileName(),
                        arrived.original().sha256(),
                        arrived.doneFile().orElse(null))
                .map(JooqSubmissionLedger::submission);
    }

    @Override
    public void archived(String sender, OptionalLong node) {
        database.run(jooq -> {
            node.ifPresent(number -> stillServed(jooq, sender, number));
            jooq.execute("update intake.submission set still_there = false where still_there and sender = ?", sender);
        });
    }

    @Override
    public Optional<Submission> submission(long number) {
        return database.read(jooq -> jooq.fetchOptional(SUBMISSION + " where s.submission_id = ?", number)
                .map(JooqSubmissionLedger::submission));
    }

    @Override
    public Optional<Long> overtaking(Submission submission) {
        return database.read(jooq -> jooq.fetchOptional(
                        "select max(n.submission_id) " + SAID_SINCE, submission.number(), Long.MAX_VALUE)
                .map(row -> row.get(0, Long.class)));
    }

    @Override
    public boolean replaced(Submission submission, Submission later) {
        return database.read(jooq -> jooq.fetchOptional(
                        "select w.sha256 <> s.sha256 and (w.period_from, w.period_to) is not distinct from"
                                + " (s.period_from, s.period_to) " + SAID_SINCE
                                + " and w.accepted_count + w.closed_count > 0 order by n.submission_id desc limit 1",
                        submission.number(),
                        later.number())
                .map(row -> row.get(0, Boolean.class))
                .orElse(false));
    }

    @Override
    public Facts facts(Submission submission) {
        return database.read(jooq -> facts(jooq, submission.number()));
    }

    static Facts facts(DSLContext jooq, long submission) {
        return FactsColumn.read(jooq.fetch(
                        "select key, value from intake.submission, jsonb_each_text(facts) where submission_id = ?",
                        submission)
                .intoMap(fact -> fact.get(0, String.class), fact -> fact.get(1, String.class)));
    }

    @Override
    public List<Submission> undecided() {
        return database.read(jooq -> jooq.fetch(SUBMISSION + " where s.status = 'received' order by s.submission_id")
                .map(JooqSubmissionLedger::submission));
    }

    @Override
    public List<Feed> of(String sender) {
        return database.read(jooq -> jooq.fetch(
                        "select feed_id, sender, name, mapping, status from intake.feed where sender = ? order by name",
                        sender)
                .map(JooqSubmissionLedger::feed));
    }

    private static Feed feed(Record row) {
        return new Feed(
                row.get("feed_id", Long.class),
                new FeedId(row.get("sender", String.class), row.get("name", String.class)),
                row.get("mapping", String.class),
                row.get("status", String.class));
    }

    static Submission submission(Record row) {
        return new Submission(
                row.get("submission_id", Long.class),
                feed(row),
                row.get("file_name", String.class),
                new Original(row.get("sha256", String.class), row.get("size_bytes", Long.class)),
                row.get("received_at", Timestamp.class).toInstant(),
                Optional.ofNullable(row.get("done_file", String.class)));
    }
}
