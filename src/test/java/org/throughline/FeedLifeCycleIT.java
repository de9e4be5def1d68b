package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.TwoPeople.APPROVER;
import static org.throughline.TwoPeople.AUTHOR;
import static org.throughline.TwoPeople.OPERATOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.TestDatabase;
import org.throughline.testing.TestQueries;

/** A feed from its first test to its stop. */
final class FeedLifeCycleIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path FIXTURES = Path.of("src", "test", "resources", "cli");
    private static final String FEED = "seaside/clients";

    @TempDir
    Path home;

    private TwoPeople people;

    @BeforeEach
    void setUp() throws IOException, SQLException {
        people = new TwoPeople(POSTGRES, home);
        people.write(
                "mappings/seaside/clients.yaml", Files.readString(FIXTURES.resolve("mappings/seaside/clients.yaml")));
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void storesNothingUntilItIsLiveAndReopensTestingAndStops() throws IOException {
        status("testing");
        assertThat(feed()).as(people.err()).isZero();
        assertThat(people.out())
                .contains("note FEED_TESTING", "The feed is being tested: the file was checked like any other");
        assertThat(people.out()).contains("1 accepted");
        assertThat(clients()).isEqualTo("0");
        assertThat(feed()).as("the same bytes again").isZero();
        assertThat(people.out()).contains("is duplicate");

        status("live");
        assertThat(feed()).isZero();
        assertThat(people.out()).contains("is loaded").doesNotContain("FEED_TESTING");
        assertThat(clients()).as("the same bytes, now for good").isEqualTo("1");

        reopensTesting();
        stops();
    }

    private void reopensTesting() throws IOException {
        run(AUTHOR, "mapping", "publish", FEED, "--effective", "2026-01-01", "--reason", "Agreed.");
        run(APPROVER, "mapping", "approve", FEED, "1");
        assertThat(statusNow()).isEqualTo("live");

        String mapping = Files.readString(home.resolve("mappings/seaside/clients.yaml"));
        people.write("mappings/seaside/clients.yaml", mapping.replace("column: Born", "column: Birth"));
        run(AUTHOR, "mapping", "publish", FEED, "--effective", "2026-01-01", "--reason", "Renamed.");
        run(APPROVER, "mapping", "approve", FEED, "2");
        assertThat(statusNow()).isEqualTo("testing");
        status("live");
        assertThat(statusNow()).as("the reviewed file does not end it").isEqualTo("testing");

        run(OPERATOR, "feed", "start", FEED, "--reason", "Tested with the sender.");
        assertThat(people.out()).startsWith("The feed seaside/clients is live now.");
    }

    private void stops() throws IOException {
        run(OPERATOR, "feed", "stop", FEED, "--reason", "Keys are being reused.");
        assertThat(feed()).isEqualTo(5);
        assertThat(people.err())
                .startsWith("The feed seaside/clients is stopped; its files are not taken until it is live again.");
        status("live");
        assertThat(statusNow()).as("the reviewed file does not start it").isEqualTo("stopped");
        assertThat(people.run(OPERATOR, "feed", "stop", "seaside/other", "--reason", "x"))
                .isEqualTo(4);

        run(OPERATOR, "feed", "start", FEED, "--reason", "Corrected.");
        assertThat(statusNow()).isEqualTo("live");
        assertThat(value(
                        "select string_agg(action, ' ' order by entry_id) from audit.entry where action like 'feed.%'"))
                .isEqualTo("feed.retest feed.start feed.stop feed.start");
    }

    private void status(String status) throws IOException {
        String partner = Files.readString(FIXTURES.resolve("mappings/seaside/partner.yaml"));
        people.write(
                "mappings/seaside/partner.yaml",
                partner.replace(
                        "    mapping: seaside/clients\n",
                        "    mapping: seaside/clients\n    status: " + status + "\n    retest: true\n"));
        run(OPERATOR, "partner", "apply");
    }

    private int feed() {
        return people.run(
                OPERATOR,
                "feed",
                "run",
                FEED,
                "--file",
                FIXTURES.resolve("files/clean.csv").toString());
    }

    private void run(String person, String... arguments) {
        assertThat(people.run(person, arguments)).as(people.err()).isZero();
    }

    private static Object statusNow() {
        return value("select status from intake.feed where name = 'clients'");
    }

    private static Object clients() {
        return value("select count(*) from canonical.client_record");
    }

    private static Object value(String sql) {
        return new TestQueries(POSTGRES.owner()).value(sql);
    }
}
