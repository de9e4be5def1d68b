package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.intake.FeedAlarm;
import org.throughline.intake.FeedCalendar;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedId;
import org.throughline.intake.FeedStanding;
import org.throughline.intake.FeedWatch;
import org.throughline.intake.Nothings;
import org.throughline.intake.Timeliness;
import org.throughline.notice.Notice;
import org.throughline.problem.NotFoundException;
import org.throughline.testing.TestDatabase;

/** Alarms from due times and sizes to events, notices and their end. */
final class FeedWatchIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    /** Due at 06:00 in New York, with an hour of grace. */
    private static final Instant DUE = Instant.parse("2026-10-06T10:00:00Z");

    private static final Instant GRACE_ENDS = DUE.plus(Duration.ofHours(1));
    private static int senders;

    private final Database database = new Database(POSTGRES.hub());
    private final JooqFeedBoard board = new JooqFeedBoard(database);
    private FeedId feed;

    @BeforeEach
    void setUp() throws SQLException {
        String sender = "watched-" + ++senders;
        feed = new FeedId(sender, "people");
        run(
                "alter table intake.submission disable trigger user",
                "delete from intake.notice",
                "update intake.feed_alarm set ended_at = now()",
                "delete from intake.feed_expectation",
                "delete from intake.contact",
                "insert into intake.sender (sender, title, kind, applied_at) values ('" + sender
                        + "', 'Synthetic', 'provider', '2026-01-01')",
                "insert into intake.feed (sender, name, mapping) values ('" + sender + "', 'people', 'probe/people')",
                "insert into intake.feed_expectation (feed_id, every, due_by, zone, grace) select feed_id, 'day',"
                        + " '06:00', 'America/New_York', 'PT1H' from intake.feed where sender = '" + sender + "'",
                "insert into intake.contact (sender, role, name, email, notices) values ('" + sender
                        + "', 'data', 'Data desk', 'desk@example.org', '{missing}'), ('" + sender
                        + "', 'lead', 'Lead', 'lead@example.org', '{escalation}')");
    }

    @Test
    void tellsOnceWithinFiveMinutesOfTheGraceAndEndsByItself() throws SQLException {
        arrived(DUE.minus(Duration.ofDays(1)), 10);

        assertThat(look(GRACE_ENDS)).isZero();
        assertThat(look(GRACE_ENDS.plusSeconds(60))).isOne();
        assertThat(look(GRACE_ENDS.plusSeconds(120))).isZero();

        FeedEvent event = only(board.events(GRACE_ENDS).stream()
                .filter(one -> one.sender().equals(feed.sender()))
                .toList());
        assertThat(event.code()).isEqualTo("FEED_MISSING");
        assertThat(event.fact())
                .isEqualTo("Nothing came for 2026-10-06 06:00 America/New_York, nor in the grace of 1:00 hours after"
                        + " it; the last answer came 2026-10-05 06:00 America/New_York. Owner: data.");
        assertThat(event.guidance()).startsWith("Ask the sender for the file.");
        assertThat(only(alarms()).owner()).isEqualTo("data");

        arrived(GRACE_ENDS.plus(Duration.ofHours(1)), 10);
        assertThat(look(GRACE_ENDS.plus(Duration.ofHours(2)))).isZero();
        assertThat(alarms()).isEmpty();
    }

    @Test
    void mailsTheOwnerAndADayLaterTheNext() throws SQLException {
        arrived(DUE.minus(Duration.ofDays(1)), 10);
        look(GRACE_ENDS.plusSeconds(60));

        assertThat(gathered(GRACE_ENDS.plusSeconds(60))).containsExactly("desk@example.org");
        assertThat(gathered(GRACE_ENDS.plus(Duration.ofHours(23)))).containsExactly("desk@example.org");
        assertThat(gathered(GRACE_ENDS.plus(Duration.ofHours(25))))
                .containsExactly("desk@example.org", "lead@example.org");
    }

    @Test
    void takesWhatAPersonStatesForAnAnswerUntilItIsWithdrawn() throws SQLException {
        Instant stated = DUE.plusSeconds(60);
        JooqNothings nothings = new JooqNothings(database, Clock.fixed(stated, ZoneOffset.UTC));
        Nothings.Period period = new Nothings.Period(LocalDate.parse("2026-10-05"), LocalDate.parse("2026-10-05"));
        arrived(DUE.minus(Duration.ofDays(1)), 10);

        nothings.state(feed, period, "The office was closed.");
        assertThat(standing().timeliness(GRACE_ENDS)).isEqualTo(Timeliness.NOTHING_TO_REPORT);
        assertThat(look(GRACE_ENDS.plusSeconds(60))).isZero();
        assertThat(entry(GRACE_ENDS).timeliness()).isEqualTo(Timeliness.NOTHING_TO_REPORT);

        nothings.withdraw(feed, period, "It was open.");
        assertThat(standing().timeliness(GRACE_ENDS)).isEqualTo(Timeliness.LATE);
        assertThatThrownBy(() -> nothings.withdraw(feed, period, "Again.")).isInstanceOf(NotFoundException.class);

        nothings.state(feed, period, "It was closed.");
        arrived(stated.plusSeconds(60), 10);
        assertThat(standing().timeliness(GRACE_ENDS)).isEqualTo(Timeliness.HERE);
        assertThat(entry(GRACE_ENDS).timeliness()).isEqualTo(Timeliness.CAME_LATE);
    }

    @Test
    void tellsOfAShrunkenFileOnceUntilOneIsUsual() throws SQLException {
        for (int days = 20; days > 0; days--) {
            arrived(DUE.minus(Duration.ofDays(days)), 1_000 + days);
        }
        assertThat(look(DUE.minusSeconds(60))).isZero();

        arrived(DUE.minusSeconds(30), 90);
        assertThat(look(DUE)).isOne();
        assertThat(look(DUE.plusSeconds(60))).isZero();
        FeedAlarm alarm = only(alarms());
        assertThat(alarm.kind()).isEqualTo(FeedAlarm.Kind.SHRUNKEN);
        assertThat(alarm.fact()).contains(" brought 90 records; usual are 1000.");

        arrived(DUE.plusSeconds(600), 1_000);
        assertThat(look(DUE.plusSeconds(660))).isZero();
        assertThat(alarms()).isEmpty();
    }

    @Test
    void tellsOnceOfALossThatLastsWhereNoFileTellsByItself() throws SQLException {
        for (int days = 30; days > 0; days--) {
            arrived(DUE.minus(Duration.ofDays(days)), 850 + 75 * (days * 7 % 5));
        }
        for (int minutes = 0; minutes < 4; minutes++) {
            arrived(DUE.plus(Duration.ofMinutes(minutes)), 650);
        }

        assertThat(look(DUE.plusSeconds(300))).isOne();
        assertThat(look(DUE.plusSeconds(360))).isZero();
        FeedAlarm alarm = only(alarms());
        assertThat(alarm.kind()).isEqualTo(FeedAlarm.Kind.SHRUNKEN);
        assertThat(alarm.owner()).isEqualTo("data");
        assertThat(alarm.fact())
                .matches("The last 3 submissions, up to \\d+, together brought 2300 records; usual are \\d+\\.");

        arrived(DUE.plusSeconds(600), 1_000);
        assertThat(look(DUE.plusSeconds(660))).isZero();
        assertThat(alarms()).isEmpty();
    }

    @Test
    void tellsOfAPeriodThatDoesNotGoOn() throws SQLException {
        for (int days = 10; days > 0; days--) {
            arrived(
                    DUE.minus(Duration.ofDays(days)),
                    100,
                    LocalDate.parse("2026-10-05").minusDays(days));
        }
        look(DUE.minusSeconds(60));
        arrived(DUE, 100, LocalDate.parse("2026-09-25"));

        assertThat(look(DUE.plusSeconds(60))).isOne();
        assertThat(only(alarms()).fact()).endsWith("tells about a period up to 2026-09-25, which is older than usual.");
    }

    private int look(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new FeedWatch(board, new JooqFeedAlarms(database, clock), clock).look();
    }

    private FeedStanding standing() {
        return only(board.standings().stream()
                .filter(one -> one.feed().equals(feed))
                .toList());
    }

    private FeedCalendar.Entry entry(Instant now) {
        FeedStanding standing = standing();
        List<FeedCalendar.Answer> answers =
                board.answers(DUE.minus(Duration.ofDays(30))).get(feed);
        return only(new FeedCalendar(standing.expectation().orElseThrow(), standing.setUpAt(), answers)
                .between(DUE, DUE, now));
    }

    private List<FeedAlarm> alarms() {
        return board.alarms();
    }

    private List<String> gathered(Instant now) {
        JooqNoticeStore store = new JooqNoticeStore(database);
        store.gather(now);
        return Stream.iterate(
                        store.claim(0, now.plus(Duration.ofDays(1))),
                        next -> next.isPresent(),
                        next -> store.claim(next.orElseThrow().id(), now.plus(Duration.ofDays(1))))
                .map(next -> next.orElseThrow())
                .map(Notice::email)
                .toList();
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    private void arrived(Instant at, long records) throws SQLException {
        arrived(at, records, LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    private void arrived(Instant at, long records, LocalDate periodTo) throws SQLException {
        run(
                "insert into intake.original (sha256, size_bytes, kept_at) values (repeat('a', 64), 1, now()) on"
                        + " conflict do nothing",
                "insert into intake.submission (feed_id, sender, file_name, sha256, received_at, status, read_count,"
                        + " accepted_count, period_to) select feed_id, sender, 'people.csv', repeat('a', 64), '" + at
                        + "', 'loaded', " + records + ", " + records + ", '" + periodTo
                        + "' from intake.feed where sender = '" + feed.sender() + "'");
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = POSTGRES.owner().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
