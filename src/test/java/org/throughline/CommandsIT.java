package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.cli.Cli;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands on a home with one synthetic provider, whose first file holds rows of every kind. */
final class CommandsIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-06T12:00:00Z"), ZoneOffset.UTC);
    private static final Path FIXTURES = Path.of("src", "test", "resources", "cli");

    @TempDir
    static Path home;

    private static Hub hub;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void setUp() throws IOException {
        for (String file : new String[] {"partner.yaml", "clients.yaml"}) {
            Path target = home.resolve("mappings/seaside").resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(FIXTURES.resolve("mappings/seaside").resolve(file), target);
        }
        hub = new Hub(Map.of("THROUGHLINE_HOME", home.toString()), home.resolve("none"), CLOCK, "test");
        CommandsIT first = new CommandsIT();
        assertThat(first.run("partner", "apply")).as(first.err()).isZero();
        assertThat(first.run("feed", "run", "seaside/clients", "--file", file("mixed.csv")))
                .as(first.err())
                .isEqualTo(3);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void forget() {
        out.reset();
        err.reset();
    }

    @Test
    void tellsWhatBecameOfEveryRow() {
        assertThat(run("feed", "run", "seaside/clients", "--file", file("mixed.csv"), "--json"))
                .isZero();
        JsonNode again = json();
        assertThat(again.get("status").asString()).isEqualTo("duplicate");
        assertThat(again.get("duplicate_of").asInt()).isEqualTo(1);
        assertThat(Path.of(again.get("receipt").asString())).exists();
    }

    @Test
    void loadsACleanFileWithExitCodeZero() {
        assertThat(run("feed", "run", "seaside/clients", "--file", file("clean.csv"), "--json"))
                .as(err())
                .isZero();
        JsonNode receipt = json();
        assertThat(receipt.propertyNames())
                .contains(
                        "submission", "feed", "file", "sha256", "status", "records", "members", "problems", "receipt");
        assertThat(receipt.get("records").get("unchanged").asInt()).isEqualTo(1);
        assertThat(receipt.get("feed").asString()).isEqualTo("seaside/clients");
    }

    @Test
    void listsHeldRecordsWithoutACell() {
        assertThat(run("held", "list", "--feed", "seaside/clients", "--json")).isZero();
        assertThat(json().get("records").findValuesAsString("code")).contains("FIELD_TYPE");
        assertThat(out()).doesNotContain("yesterday", "Cedar");
    }

    @Test
    void showsAHeldRecordAndNotesTheLook() {
        String record = held("FIELD_TYPE");

        assertThat(run("held", "show", record)).isZero();
        assertThat(out()).startsWith(record + "  held  seaside/clients, mixed.csv, row 4");
        out.reset();
        assertThat(run("audit", "verify", "--json")).isZero();
        assertThat(json().get("entries").asInt()).isGreaterThan(1);
    }

    @Test
    void releasesWhatAPersonMayRuleOn() {
        String record = held("born_before_1900");

        assertThat(run("held", "release", record, "--reason", "The form says so."))
                .as(err())
                .isZero();
        assertThat(out()).contains("accepted");
        assertThat(run("held", "release", record, "--reason", "Again.")).isEqualTo(5);
    }

    @Test
    void leavesHeldWhatNobodyMayRuleOn() {
        assertThat(run("held", "release", held("FIELD_TYPE"), "--reason", "Please."))
                .isEqualTo(3);
    }

    @Test
    void saysThatARecordIsNotThere() {
        assertThat(run("held", "show", "1:no.csv:1")).isEqualTo(4);
        assertThat(run("held", "show", "first")).isEqualTo(2);
        assertThat(run("held", "reject", "1:no.csv:1", "--reason", "None.")).isEqualTo(4);
    }

    @Test
    void showsHowFeedsStand() {
        assertThat(run("feed", "status", "--json")).isZero();
        JsonNode feed = json().get("feeds").get(0);
        assertThat(feed.get("feed").asString()).isEqualTo("seaside/clients");
        assertThat(feed.get("timeliness").asString()).isEqualTo("here");
        assertThat(feed.get("due").asString()).isEqualTo("2026-10-06T10:00:00Z");
        assertThat(feed.get("next_due").asString()).isEqualTo("2026-10-07T10:00:00Z");
        assertThat(feed.get("undecided").asInt()).isZero();
    }

    @Test
    void showsWhatIsDueAndWhatIsLate() {
        assertThat(run("feed", "calendar", "--from", "2026-10-05", "--to", "2026-10-07", "--json"))
                .isZero();
        JsonNode last = json().get("due").get(2);
        assertThat(last.get("feed").asString()).isEqualTo("seaside/clients");
        assertThat(last.get("due_local").asString()).isEqualTo("2026-10-07 06:00 America/New_York");
        assertThat(last.get("timeliness").asString()).isEqualTo("due");
        assertThat(run("feed", "calendar", "--sender", "nobody")).isZero();
        assertThat(out()).contains("0 due times.");
        assertThat(run("feed", "late")).isZero();
        assertThat(out()).contains("Nothing is late.");
    }

    @Test
    void statesThatThereIsNothingToReport() {
        String[] nothing = {"feed", "nothing", "seaside/clients", "--for", "2026-10", "--reason", "Closed."};
        assertThat(run(nothing)).as(err()).isZero();
        assertThat(out())
                .contains("seaside/clients has nothing to report for 2026-10-01 to 2026-10-31. A file that comes still"
                        + " counts.");
        String[] back = Arrays.copyOf(nothing, nothing.length + 1);
        back[nothing.length] = "--withdraw";
        assertThat(run(back)).isZero();
        assertThat(run(back)).isEqualTo(4);
        assertThat(run("feed", "nothing", "seaside/clients", "--for", "October", "--reason", "Closed."))
                .isEqualTo(2);
    }

    @Test
    void listsWhatHappenedToFeeds() {
        assertThat(run("feed", "events", "--json")).isZero();
        assertThat(json().get("events").isArray()).isTrue();
        assertThat(run("feed", "events", "--sender", "nobody")).isZero();
        assertThat(out()).contains("0 events.");
    }

    @Test
    void entersAndRevokesAConsent() {
        String[] consent = {
            "consent",
            "record",
            "--provider",
            "seaside",
            "--client",
            "1",
            "--class",
            "child_welfare",
            "--signed-on",
            "2026-01-05",
            "--json"
        };
        assertThat(run(consent)).as(err()).isZero();
        int number = json().get("consent").asInt();
        out.reset();
        assertThat(run(consent)).isZero();
        assertThat(json().get("consent").asInt()).isEqualTo(number);
        out.reset();
        String[] revoke = {"consent", "revoke", "--provider", "seaside", "--client", "1", "--reason", "On request."};
        assertThat(run(revoke)).as(err()).isZero();
        assertThat(run(revoke)).isEqualTo(4);
        assertThat(run("consent", "revoke", "--provider", "seaside", "--client", "99", "--reason", "x"))
                .isEqualTo(4);
    }

    @Test
    void linksRulesMeasuresAndRefuses() {
        assertThat(run("link", "run", "--json")).as(err()).isZero();
        assertThat(json().get("records").asInt()).isPositive();
        assertThat(run("link", "explain", "seaside/1")).isZero();
        assertThat(run("link", "rule", "seaside/1", "seaside/99", "never", "--reason", "x"))
                .isEqualTo(4);
        assertThat(run("link", "rule", "seaside/1", "seaside/1", "never", "--reason", "x"))
                .isEqualTo(2);
        assertThat(run("measure", "compute")).isZero();
        assertThat(run("outcome", "build", "nobody")).isEqualTo(4);
        assertThat(run("outcome", "build", "seaside")).isEqualTo(5);
    }

    @Test
    void takesNothingForAStoppedFeedOrNoFeed() {
        assertThat(run("feed", "run", "seaside/other", "--file", file("clean.csv")))
                .isEqualTo(4);
        assertThat(run("feed", "run", "seaside/clients", "--file", "no-such-file.csv"))
                .isEqualTo(4);
    }

    private String held(String code) {
        run("held", "list", "--json");
        for (JsonNode record : json().get("records")) {
            if (record.findValuesAsString("code").contains(code)) {
                out.reset();
                return record.get("record").asString();
            }
        }
        throw new AssertionError("No record is held with " + code + ".");
    }

    private int run(String... arguments) {
        return new Cli(hub, new PrintStream(out, true), new PrintStream(err, true)).run(arguments);
    }

    private static String file(String name) {
        return FIXTURES.resolve("files").resolve(name).toString();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(out());
    }
}
