package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.cli.Cli;
import org.throughline.cli.Console;
import org.throughline.testing.SetClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A records officer's commands, from the rule in the partner file to the proof, on a hub of its own. */
final class RetentionCommandsIT {
    private static final Path FIXTURES = Path.of("src", "test", "resources", "cli");

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(Instant.parse("2020-01-15T12:00:00Z"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String typed = "";
    private Path home;
    private Hub hub;

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void goesFromTheRuleToTheProof() throws IOException {
        home = folder.resolve("home");
        partner("retention: {originals: 3 years, records: 5 years, reason: Schedule 7 (synthetic)}\n");
        open();
        assertThat(run("partner", "apply")).as(err()).isZero();
        assertThat(run("feed", "run", "seaside/clients", "--file", fixture("files/mixed.csv")))
                .isEqualTo(3);
        assertThat(run("feed", "run", "seaside/clients", "--file", many().toString()))
                .as(err())
                .isZero();
        assertThat(run("partner", "show", "seaside")).isZero();
        assertThat(out()).contains("5 years", "Schedule 7 (synthetic)");

        holds();
        countsAndRemoves();
        isPurgedAgainAtTheNextStart();
    }

    private void holds() {
        clock.set(Instant.parse("2026-01-15T12:00:00Z"));
        assertThat(run("retention", "hold", "--feed", "seaside/clients", "--reason", "Case 12"))
                .as(err())
                .isZero();
        assertThat(out()).contains("Legal hold 1 keeps feed seaside/clients until retention lift 1.");
        assertThat(run("retention", "due")).isZero();
        assertThat(out()).contains("stays, legal hold 1", "0 deletions in 0 parts of submissions; 4 parts kept back");
        assertThat(run("retention", "purge")).isZero();
        assertThat(run("retention", "proof", "1")).isEqualTo(4);
        assertThat(run("retention", "lift", "1", "--reason", "Closed")).isZero();
        assertThat(run("retention", "holds")).isZero();
        assertThat(out()).contains("1  feed seaside/clients  since 2026-01-15T12:00:00Z", "lifted", ": Closed");
    }

    private void countsAndRemoves() {
        assertThat(run("retention", "due", "--on", "2023-02-01", "--json")).isZero();
        assertThat(json().get("goes").findValuesAsString("part")).containsExactly("originals", "originals");
        assertThat(run("retention", "due", "--json")).isZero();
        long deletions = json().get("deletions").asLong();
        assertThat(json().get("goes").findValuesAsString("part"))
                .containsExactly("originals", "records", "originals", "records");
        assertThat(run("retention", "purge", "--confirm", "7777")).isEqualTo(5);
        assertThat(err())
                .contains("Nothing was removed. The purge would make " + deletions
                        + " deletions; say yes to that number: retention purge --confirm " + deletions + ".");

        assertThat(run("retention", "purge")).as("nobody types").isEqualTo(5);
        typed = Long.toString(deletions);
        assertThat(run("retention", "purge", "--json")).as(err()).isZero();

        assertThat(json().get("proofs").findValuesAsString("reason")).containsOnly("Schedule 7 (synthetic)");
        assertThat(run("retention", "proof", "1", "--check")).as(err()).isZero();
        assertThat(out()).contains("Nothing of it is there, and the book of proofs is whole.");
        assertThat(run("find", "mixed.csv")).as(err()).isZero();
        assertThat(out()).contains("Submission 1  loaded", "; purged: originals, records");
        assertThat(run("file", "replay", "--feed", "seaside/clients", "--dry-run"))
                .isEqualTo(5);
        assertThat(err()).contains("purged up to submission 2", "retention proof 2 shows the proof.");
        assertThat(run("mapping", "diff", "seaside/clients")).isEqualTo(4);
        assertThat(err()).contains("retention proof lists it");
        assertThat(run("audit", "verify")).isZero();
    }

    private void isPurgedAgainAtTheNextStart() throws IOException {
        hub.close();
        Path restored =
                Files.createDirectories(home.resolve("receipts/seaside")).resolve("1-annotated-mixed.csv");
        Files.writeString(restored, "restored");
        open();
        assertThat(run("held", "list")).isZero();
        assertThat(restored).doesNotExist();
        Files.writeString(restored, "planted");
        assertThat(run("retention", "proof", "--check")).isEqualTo(3);
        assertThat(out()).contains("1/originals: Of what is proved to be gone, 1 files and 0 rows are there.");
        Files.delete(restored);
    }

    private void partner(String more) throws IOException {
        for (String file : new String[] {"partner.yaml", "clients.yaml"}) {
            Path target = home.resolve("mappings/seaside").resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(FIXTURES.resolve("mappings/seaside").resolve(file), target);
        }
        Files.writeString(home.resolve("mappings/seaside/partner.yaml"), more, StandardOpenOption.APPEND);
    }

    private Path many() throws IOException {
        String rows = IntStream.range(100, 200)
                .mapToObj(number -> number + ",Aspen,Ann,1990-02-03\n")
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("many.csv"), "Id,Last,First,Born\n" + rows);
    }

    private static String fixture(String name) {
        return FIXTURES.resolve(name).toString();
    }

    private void open() {
        hub = new Hub(Map.of("THROUGHLINE_HOME", home.toString()), folder.resolve("none"), clock, "test");
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                question -> Optional.of(typed));
        return new Cli(hub, console).run(arguments);
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
