package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.cli.Cli;
import org.throughline.testing.SetClock;
import org.throughline.testing.TestQueries;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One search box over a small filled hub. */
final class FindCommandIT {
    private static final SetClock CLOCK = new SetClock(Instant.parse("2026-10-06T12:00:00Z"));
    private static final Path FIXTURES = Path.of("src", "test", "resources", "cli");

    @TempDir
    static Path home;

    private static Hub hub;
    private static String sha256;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void fill() throws IOException {
        for (String file : new String[] {"partner.yaml", "clients.yaml"}) {
            Path target = home.resolve("mappings/seaside").resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(FIXTURES.resolve("mappings/seaside").resolve(file), target);
        }
        hub = new Hub(Map.of("THROUGHLINE_HOME", home.toString()), home.resolve("none"), CLOCK, "test");
        FindCommandIT first = new FindCommandIT();
        first.ok("partner", "apply");
        first.take("Id,Last,First,Born\nS-1,Cedarmarker,Ada,1990-01-01\nS-2,Fir,Bo,yesterday\n", "night_1.csv", 3);
        CLOCK.set(Instant.parse("2026-10-07T12:00:00Z"));
        first.take("Id,Last,First,Born\nS-1,Cedarmarker,Adele,1990-01-01\nS-3,Elm,Cy,1980-01-01\n", "night_2.csv", 0);
        first.ok("link", "run");
        sha256 = (String) queries().value("select sha256 from intake.submission where submission_id = 2");
    }

    private void take(String text, String name, int exit) throws IOException {
        Path file = Files.writeString(home.resolve(name), text);
        assertThat(run("feed", "run", "seaside/clients", "--file", file.toString()))
                .as(err())
                .isEqualTo(exit);
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
    void findsASubmissionByNumberByNameAndByHashWithoutALookAtAnybody() {
        long before = entries();
        ok("find", "2", "--sender", "seaside", "--json");
        assertThat(json().at("/submissions/told/0/file").asString()).isEqualTo("night_2.csv");
        assertThat(json().at("/submissions/told/0/records/accepted").asInt()).isEqualTo(2);
        out.reset();
        ok("find", "night_", "--limit", "1");
        assertThat(out())
                .contains(
                        "Submission 2  loaded  seaside/clients, night_2.csv, arrived 2026-10-07T12:00:00Z: 2 accepted, 0"
                                + " unchanged, 0 held, 0 rejected, 0 waiting",
                        "1 submission more. --sender, --feed or a longer text narrows it, --limit shows more.");
        out.reset();
        ok("find", sha256.substring(0, 9).toUpperCase());
        assertThat(out()).startsWith("Submission 2  ").doesNotContain("Submission 1");
        assertThat(entries()).as("2 is a joint client id too").isEqualTo(before + 1);
    }

    @Test
    void findsARecordWithItsVersionsAndNoValueAndNotesTheLook() {
        ok("find", "S-1", "--reason", "Call of a caseworker.");
        assertThat(out())
                .contains(
                        "Record  accepted  seaside client_record, 2 versions",
                        "  2026-10-07T12:00:00Z till now  submission 2 of seaside/clients, night_2.csv, line 2",
                        "  2026-10-06T12:00:00Z to 2026-10-07T12:00:00Z  submission 1 of seaside/clients, night_1.csv, line 2",
                        "Client  joint id ",
                        "  seaside/S-1  grade none")
                .doesNotContain("Cedarmarker", "Ada", "Adele", "1990");
        assertThat(last("detail ->> 'records'")).isEqualTo("seaside client_record " + belief("S-1"));
        assertThat(last("detail ->> 'reason'")).isEqualTo("Call of a caseworker.");
        assertThat(last("detail ->> 'values'")).isEqualTo("masked");
        assertThat(last("concat(action, ' ', object)")).isEqualTo("find 1 records, 0 rows, 1 clients");
        assertThat(last("concat(object, detail)")).doesNotContain("S-1", "Cedarmarker");
    }

    @Test
    void showsValuesForAReasonOnly() {
        assertThat(run("find", "S-1", "--show")).isEqualTo(2);
        assertThat(err()).contains("--show needs --reason");
        assertThat(out()).isEmpty();
        ok("find", "S-1", "--show", "--reason", "Case 12.");
        assertThat(out()).contains("    first_name: Adele", "    first_name: Ada", "    last_name: Cedarmarker");
        assertThat(last("detail ->> 'values'")).isEqualTo("shown");
        assertThat(last("detail ->> 'reason'")).isEqualTo("Case 12.");
    }

    @Test
    void findsARowInTroubleByKeyAndByItsName() {
        ok("find", "S-2");
        assertThat(out())
                .startsWith(
                        "Row  held  1:night_1.csv:2  seaside/clients, night_1.csv, arrived 2026-10-06T12:00:00Z. held"
                                + " show 1:night_1.csv:2 says why.");
        assertThat(last("detail ->> 'rows'")).isEqualTo("1:night_1.csv:2");
        out.reset();
        ok("find", "1:night_1.csv:1");
        assertThat(out())
                .contains("Row  accepted  1:night_1.csv:1", "Record  accepted  seaside client_record, 2 versions");
    }

    @Test
    void findsAJointClientAndMasksTheNumbersOfItsSenders() {
        String joint = (String) queries().value("select client_id from linkage.client_link where client_key = 'S-3'");
        ok("find", joint, "--json");
        JsonNode client = json().at("/clients/told/0");
        assertThat(client.get("client").asString()).isEqualTo(joint);
        assertThat(client.at("/known_by/0").propertyNames()).containsExactly("sender", "grade");
        out.reset();
        ok("find", joint, "--show", "--reason", "Case 13.", "--json");
        assertThat(json().at("/clients/told/0/known_by/0/number").asString()).isEqualTo("S-3");
    }

    @Test
    void saysWhatItLookedForWithoutTheText() {
        long before = entries();
        assertThat(run("find", "Nobody-77")).isEqualTo(4);
        assertThat(err())
                .isEqualTo(
                        "Nothing was found for a text of 9 characters, 2 digits, looked up as the beginning of a file's"
                                + " name, a record key, a sender's client number.\n");
        assertThat(entries()).isEqualTo(before + 1);
        assertThat(run("find", "S-1", "--feed", "seaside/other")).isEqualTo(4);
        assertThat(run("find", "S-1", "--sender", "nobody")).isEqualTo(4);
        assertThat(run("find", " ")).isEqualTo(2);
    }

    private static TestQueries queries() {
        return new TestQueries(hub.pool());
    }

    private static long entries() {
        return Long.parseLong((String) queries().value("select count(*) from audit.entry"));
    }

    private static String last(String what) {
        return (String) queries().value("select " + what + " from audit.entry order by entry_id desc limit 1");
    }

    private static String belief(String key) {
        return (String) queries()
                .value(
                        "select client_record_id from canonical.client_record where key = ? and recorded_to is null",
                        key);
    }

    private void ok(String... arguments) {
        assertThat(run(arguments)).as(err()).isZero();
    }

    private int run(String... arguments) {
        return new Cli(hub, new PrintStream(out, true), new PrintStream(err, true)).run(arguments);
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
