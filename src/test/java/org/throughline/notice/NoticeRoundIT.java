package org.throughline.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.Receipt;
import org.throughline.problem.ProblemCode;
import org.throughline.route.HubRoutes;
import org.throughline.route.MailSetting;
import org.throughline.route.MailSetting.Security;
import org.throughline.route.RouteSetting;
import org.throughline.store.Database;
import org.throughline.store.JooqNoticeStore;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.MailServer;
import org.throughline.testing.TestDatabase;

/** Notices from the database to a real mail server. */
final class NoticeRoundIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Instant NOW = Instant.parse("2026-10-06T22:30:00Z");
    private static final String HEADER = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static final String FOOT = "\n\nSent by Throughline, the data hub. Answers to this address are not read.\n";

    @TempDir
    Path home;

    private static MailServer server;
    private static int senders;

    private final List<FeedEvent> events = new ArrayList<>();
    private final List<HubRoutes> opened = new ArrayList<>();
    private IntakeScene scene;
    private String sender;

    @BeforeAll
    static void serve() throws IOException {
        server = new MailServer();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        server.forget();
        run("delete from intake.notice", "delete from intake.contact");
        scene = new IntakeScene(POSTGRES, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
        sender = "told-" + ++senders;
        run(
                "insert into intake.sender (sender, title, kind) values ('" + sender + "', 'Synthetic', 'trial')",
                "insert into intake.feed (sender, name, mapping) values ('" + sender + "', 'people', 'probe/people')");
    }

    @AfterEach
    void close() {
        opened.forEach(HubRoutes::close);
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = POSTGRES.owner().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private void contact(String notices) throws SQLException {
        run("insert into intake.contact (sender, role, name, email, notices) values ('" + sender
                + "', 'data', 'Data desk', 'desk@" + sender + ".example', '{" + notices + "}')");
    }

    private Receipt submission(String name, String rows) throws IOException {
        Path file = Files.writeString(home.resolve(name), HEADER + rows);
        return scene.run(sender + "/people", file);
    }

    private NoticeRound round(MailSetting setting, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        RouteSetting routes = new RouteSetting(home.resolve("spool"), Optional.of(Path.of("routes")), clock);
        HubRoutes hub = new HubRoutes(
                routes,
                (from, name) -> Optional.empty(),
                delivery -> {
                    throw new IllegalStateException("Nothing arrives here.");
                },
                event -> {});
        opened.add(hub);
        hub.start();
        return new NoticeRound(
                new JooqNoticeStore(new Database(POSTGRES.hub())), hub.post(setting), events::add, clock);
    }

    private static MailSetting setting(int port, Security security, Optional<Path> trusted) {
        return new MailSetting("localhost", port, "hub@agency.example", Optional.empty(), security, trusted);
    }

    private static MailSetting startTls() {
        return setting(server.startTlsPort(), Security.STARTTLS, Optional.of(server.certificate()));
    }

    private static MailSetting tls() {
        return setting(server.tlsPort(), Security.TLS, Optional.of(server.certificate()));
    }

    @Test
    void tellsOfAReceiptOnceAndOfNothingThatWasSent() throws Exception {
        Receipt receipt = submission(
                "Q-marker-file.csv",
                "P-77,Marker-first,Marker-last,1980-02-29,,F,\nP-78,Marker-b,Marker-c,2099-01-01,,F,\n");
        contact("receipt");
        NoticeRound round = round(startTls(), NOW);

        assertThat(round.send()).isOne();
        assertThat(round.send()).isZero();
        assertThat(round(startTls(), NOW.plus(Duration.ofDays(1))).send()).isZero();

        long number = receipt.submission();
        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo("Receipt " + number + " of feed " + sender + "/people");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("desk@" + sender + ".example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("hub@agency.example");
        assertThat(MailServer.text(mail).stripTrailing())
                .isEqualTo(("The receipt of a submission is ready.\n\nSubmission: " + number + "\nFeed: " + sender
                                + "/people\nStatus: loaded\n\nRecords read: 2\naccepted: 1\nunchanged: 0\nheld: 1\n"
                                + "rejected: 0\nwaiting: 0\n\nAsk the hub for it: GET /receipts/" + number
                                + ", with your token." + FOOT)
                        .stripTrailing());
        assertThat(raw(mail)).doesNotContainIgnoringCase("marker").doesNotContain("P-7", "2099", "1980");
        assertThat(events).isEmpty();
    }

    @Test
    void tellsOfAnOutcomeFileByTls() throws Exception {
        submission("people.csv", "P-1,Hazel,Aster,1980-02-29,,F,\n");
        contact("outcome");
        run(
                "insert into measure.run (as_of) values (now())",
                "insert into release.outcome_file (sender, sequence, file_name, measure_run, written_at, local_day,"
                        + " sha256, size_bytes, row_count, manifest, content, delivered_at) values ('" + sender
                        + "', 1, 'outcomes_2026-10-06_1.csv', (select max(run_id) from measure.run), '" + NOW
                        + "', '2026-10-06', 'x', 1, 12, '{}', ''::bytea, '" + NOW + "')");

        assertThat(round(tls(), NOW).send()).isOne();

        assertThat(only().getSubject()).isEqualTo("Outcome file outcomes_2026-10-06_1.csv");
        assertThat(MailServer.text(only()).stripTrailing())
                .isEqualTo(("An outcome file is ready.\n\nFile: outcomes_2026-10-06_1.csv\nRows: 12\n\nLook into the"
                                + " folder outcomes/ of your account." + FOOT)
                        .stripTrailing());
    }

    @Test
    void tellsTheNextPersonThatAFileIsMissingForADay() throws Exception {
        contact("escalation");
        run("insert into intake.feed_alarm (feed_id, kind, occasion, raised_at, owner, fact, guidance) select feed_id,"
                + " 'missing', '2026-10-05T06:00:00Z', '2026-10-05T07:01:00Z', 'data', 'x', 'y' from intake.feed where"
                + " sender = '" + sender + "'");

        assertThat(round(tls(), Instant.parse("2026-10-06T07:00:00Z")).send()).isZero();
        assertThat(round(tls(), NOW).send()).isOne();

        assertThat(only().getSubject()).isEqualTo("Missing for more than a day: feed " + sender + "/people");
        assertThat(MailServer.text(only()).stripTrailing())
                .isEqualTo(("A file has not come within its grace.\n\nFeed: " + sender
                                + "/people\nDue: 2026-10-05T06:00:00Z\nNot there at: " + NOW
                                + "\n\nThis was told a day ago, and nothing came since.\n\n"
                                + ProblemCode.FEED_MISSING.guidance() + FOOT)
                        .stripTrailing());
    }

    @Test
    void tellsOnceThatAFileIsLate() throws Exception {
        submission("people.csv", "P-1,Hazel,Aster,1980-02-29,,F,\n");
        contact("late");
        run("insert into intake.feed_expectation (feed_id, every, due_by, zone, grace) select feed_id, 'day', '06:00',"
                + " 'UTC', 'PT1H' from intake.feed where sender = '" + sender + "'");
        Instant late = Instant.parse("2026-10-08T08:00:00Z");

        assertThat(round(tls(), late).send()).isOne();
        assertThat(round(tls(), late.plusSeconds(60)).send()).isZero();

        assertThat(only().getSubject()).isEqualTo("Nothing has come yet for feed " + sender + "/people");
        assertThat(MailServer.text(only()))
                .contains("\nDue: 2026-10-08T06:00:00Z\nNot there at: 2026-10-08T08:00:00Z\n");
    }

    @Test
    void tellsWhyAServerThatIsDownTookNothingAndTriesAgain() throws Exception {
        submission("people.csv", "P-1,Hazel,Aster,1980-02-29,,F,\n");
        contact("receipt");
        int port;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        NoticeRound down = round(setting(port, Security.PLAIN, Optional.empty()), NOW);

        assertThat(down.send()).isZero();
        assertThat(down.send()).isZero();
        assertThat(events).extracting(FeedEvent::sender).containsExactly(sender);
        assertThat(events).extracting(FeedEvent::code).containsExactly("MAIL");
        assertThat(events)
                .extracting(FeedEvent::fact)
                .containsExactly(
                        "A notice could not be sent: nothing answers at the host and port of the mail server.");
        assertThat(round(tls(), NOW.plusSeconds(60)).send()).as("not yet").isZero();
        assertThat(round(tls(), NOW.plus(Duration.ofHours(2))).send()).isOne();
        assertThat(only().getSubject()).startsWith("Receipt ");
    }

    @Test
    void repeatsTheOneMailThatACrashCutOff() throws Exception {
        submission("people.csv", "P-1,Hazel,Aster,1980-02-29,,F,\n");
        submission("more.csv", "P-2,Hazel,Aster,1980-02-29,,F,\n");
        contact("receipt");
        NoticeStore store = new JooqNoticeStore(new Database(POSTGRES.hub()));
        store.gather(NOW);
        store.claim(0, NOW);

        assertThat(round(tls(), NOW).send()).as("the other one").isOne();
        assertThat(round(tls(), NOW.plus(Duration.ofHours(1))).send())
                .as("the one cut off")
                .isOne();
        assertThat(round(tls(), NOW.plus(Duration.ofDays(1))).send()).isZero();
    }

    @Test
    void sendsNothingInClearWhereTheServerOffersNoStartTls() throws Exception {
        refuses(
                setting(server.plainPort(), Security.STARTTLS, Optional.of(server.certificate())),
                "the mail server offers no STARTTLS, and nothing is sent in clear");
    }

    @Test
    void sendsNothingToAServerThatNobodyVouchesFor() throws Exception {
        String fact = "the mail server shows no certificate for its name that the hub trusts, or speaks no TLS";
        refuses(setting(server.tlsPort(), Security.TLS, Optional.empty()), fact);
        run("delete from intake.notice");
        refuses(setting(server.startTlsPort(), Security.STARTTLS, Optional.empty()), fact);
        run("delete from intake.notice");
        MailSetting other = new MailSetting(
                "127.0.0.1",
                server.tlsPort(),
                "hub@agency.example",
                Optional.empty(),
                Security.TLS,
                Optional.of(server.certificate()));
        refuses(other, fact);
    }

    private void refuses(MailSetting setting, String fact) throws Exception {
        events.clear();
        submission("people.csv", "P-1,Hazel,Aster,1980-02-29,,F,\n");
        run("delete from intake.contact");
        contact("receipt");

        assertThat(round(setting, NOW).send()).isZero();

        assertThat(events).extracting(FeedEvent::fact).containsExactly("A notice could not be sent: " + fact + ".");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void takesNoSecondAddressAndNoSecondHeader() {
        for (String to : List.of("a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "A <a@b.example>")) {
            assertThatThrownBy(() -> new Mail(to, "Subject", "")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Mail("a@b.example", "Subject\nBcc: c@d.example", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MimeMessage only() {
        assertThat(server.received()).hasSize(1);
        return server.received().get(0);
    }

    private static String raw(MimeMessage mail) throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
