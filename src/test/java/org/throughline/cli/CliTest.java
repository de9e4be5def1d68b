package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.audit.AuditChain.Verdict;
import org.throughline.cli.Check.Finding;
import org.throughline.setup.PartnerSetup;
import org.throughline.setup.SetupFolder;
import org.throughline.testing.FakeMappings;
import org.throughline.testing.FakeParts;
import org.throughline.testing.SetupFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CliTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private FakeParts parts;

    @BeforeEach
    void parts() {
        parts = new FakeParts(home);
        parts.mappings = new FakeMappings(Set.of("harborlight/participants"), Set.of("broken/feed"));
    }

    @Test
    void checksTheMappingsNamed() {
        assertThat(run("mapping", "check", "harborlight/participants")).isZero();
        assertThat(out()).isEqualTo("""
            ok    harborlight/participants
            1 mapping checked, 0 problems.
            """);
        assertThat(err()).isEmpty();
    }

    @Test
    void showsWhatIsWrongWithAMappingAsOneJsonDocument() {
        assertThat(run("mapping", "check", "--json")).isEqualTo(3);
        JsonNode document = json();

        assertThat(document.get("checked").asInt()).isEqualTo(2);
        assertThat(document.get("problems").asInt()).isEqualTo(1);
        JsonNode problem = document.get("mappings").get(0).get("problems").get(0);
        assertThat(problem.toString())
                .isEqualTo("{\"file\":\"broken/feed.yaml\",\"line\":3,\"column\":5,"
                        + "\"message\":\"The key sorce is not known. Did you mean source?\"}");
        assertThat(err()).isEmpty();
    }

    @Test
    void saysWhichMappingIsMeant() {
        assertThat(run("mapping", "check", "harborlight/participant")).isEqualTo(4);
        assertThat(err())
                .isEqualTo("There is no mapping harborlight/participant. Did you mean harborlight/participants?"
                        + " mapping list names all.\n");
    }

    @Test
    void answersAFailureAsOneJsonDocumentToo() {
        assertThat(run("mapping", "check", "nothing", "--json")).isEqualTo(4);
        assertThat(json().get("exit").asInt()).isEqualTo(4);
        assertThat(json().get("messages").get(0).asString()).startsWith("There is no mapping nothing.");
        assertThat(err()).startsWith("There is no mapping nothing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mapping", "mappin check", "mapping check --jso", "partner apply --x"})
    void refusesWhatItDoesNotKnow(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("--help to see its form.").doesNotContain("\tat ");
    }

    @Test
    void helpsWithoutAnyPart() {
        assertThat(new Cli(null, new PrintStream(out), new PrintStream(err)).run("--help"))
                .isZero();
        assertThat(out()).contains("Usage: throughline", "75 try again later").doesNotContain("\u001b");
    }

    @Test
    void tellsASurpriseInOneSentenceAndNoTrace() {
        parts.chain = known -> {
            throw new IllegalStateException("Key (ssn)=(123456789) already exists.");
        };

        assertThat(run("audit", "verify")).isEqualTo(1);
        assertThat(err())
                .startsWith("The command ended in a way that the hub did not expect. Its log, " + home)
                .contains("under reference ")
                .doesNotContain("123456789", "Exception");
        assertThat(err().lines()).hasSize(1);
    }

    @Test
    void saysThatACommandMayBeRunAgainWhereSomethingWasAway() {
        parts.chain = known -> {
            throw new IllegalStateException("Key (ssn)=(123456789) already exists.");
        };
        Cli cli = new Cli(parts, new PrintStream(out), new PrintStream(err))
                .outages(failure -> Optional.of("the disk of the hub's database is full; free space there"));

        assertThat(cli.run("audit", "verify")).isEqualTo(75);
        assertThat(err())
                .isEqualTo("The command stopped: the disk of the hub's database is full; free space there."
                        + " Run the command again then.\n");
    }

    @Test
    void verifiesTheLedger() {
        parts.chain = known -> new Verdict(2, "ab", known.isPresent() ? List.of("It is gone.") : List.of());

        assertThat(run("audit", "verify")).isZero();
        assertThat(out()).startsWith("2 entries; the last hash is ab.\nThe chain holds.");
        out.reset();
        assertThat(run("audit", "verify", "--known", "cd", "--json")).isEqualTo(3);
        assertThat(json().get("holds").asBoolean()).isFalse();
        assertThat(json().get("faults").get(0).asString()).isEqualTo("It is gone.");
    }

    @Test
    void doctorFailsOnlyWhereACheckFails() {
        parts.checks.add(() -> Finding.ok("Java", "Java 17."));
        parts.checks.add(() -> Finding.warn("disk", "12 MB are free.", "Make room."));
        assertThat(run("doctor")).isZero();
        assertThat(out()).isEqualTo("""
            ok    Java                  Java 17.
            warn  disk                  12 MB are free.
                                        Make room.
            """);

        parts.checks.add(() -> Finding.fail("database", "It does not answer.", "Start it."));
        out.reset();
        assertThat(run("doctor", "--json")).isEqualTo(3);
        assertThat(json().get("verdict").asString()).isEqualTo("fail");
        assertThat(json().get("checks").get(2).get("fix").asString()).isEqualTo("Start it.");
    }

    @Test
    void showsEverythingThatIsWrongWithSetUpFiles() throws Exception {
        Path folder = SetupFiles.sound().resolveSibling("several-at-once");
        parts.partners = new PartnerSetup(
                new SetupFolder(List.of(folder), SetupFiles.surroundings(home)),
                () -> null,
                Clock.system(ZoneId.of("America/New_York")));

        assertThat(run("partner", "check")).isEqualTo(3);
        assertThat(out().lines()).hasSize(5).last().isEqualTo("4 problems found. Nothing was changed.");
        assertThat(run("partner", "apply")).isEqualTo(3);
        assertThat(err().lines()).hasSize(4);
    }

    @Test
    void leavesMessagesOfLibrariesOutOfTheLog() {
        Exception failure = new IllegalStateException("Key (ssn)=(123456789)", new StopException(ExitCode.OK, "Ours."));

        assertThat(SafeTrace.of(failure))
                .contains(
                        "java.lang.IllegalStateException", "caused by org.throughline.cli.StopException: Ours.", "at ")
                .doesNotContain("123456789");
    }

    private int run(String... arguments) {
        return new Cli(parts, new PrintStream(out, true), new PrintStream(err, true)).run(arguments);
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
