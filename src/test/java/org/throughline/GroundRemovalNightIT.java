package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.demo.Demo;
import org.throughline.demo.DemoHub;

/**
 * Whole nights of the demo from which one ground after the other is taken: the next file has the same rows, and
 * NOT_AVAILABLE in exactly those that rested on it.
 */
final class GroundRemovalNightIT {
    private static final Path INSTALLED = Path.of("").toAbsolutePath();
    private static final String RULE = "mappings/policy/PR-DCYF-HL-1.yaml";
    private static final String AGREEMENT = "mappings/agreements/DSA-DCYF-HL-2025.yaml";
    private static final Instant REVOKED = Instant.parse("2026-10-10T12:00:00Z");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private Path home;
    private Path installation;

    @BeforeEach
    void install() throws IOException {
        home = folder.resolve("home");
        installation = Files.createDirectory(folder.resolve("installation"));
        try (Stream<Path> files = Files.walk(INSTALLED.resolve("mappings"))) {
            for (Path file : files.toList()) {
                Files.copy(file, installation.resolve(INSTALLED.relativize(file).toString()));
            }
        }
    }

    @Test
    void takesAlongExactlyTheValuesThatRestedOnTheGround() throws IOException {
        play();
        play();
        Map<String, List<Map<String, String>>> before = outcomes();
        assertThat(before.get("harborlight")).anyMatch(row -> row.get("status").equals("NUM"));

        take(RULE);
        play();
        assertEmptied(before, GroundRemovalNightIT::isChildWelfare);

        putBack(RULE);
        play();
        assertEmptied(before, row -> false);

        take(RULE);
        take(AGREEMENT);
        play();
        assertEmptied(before, GroundRemovalNightIT::isChildWelfare);

        putBack(RULE);
        putBack(AGREEMENT);
        play();
        assertEmptied(before, row -> false);

        String client = before.get("harborlight").stream()
                .filter(row -> row.get("status").equals("NUM"))
                .map(row -> row.get("client_id"))
                .findFirst()
                .orElseThrow();
        revoke(client);
        play();
        assertEmptied(before, row -> row.get("client_id").equals(client));
    }

    private static boolean isChildWelfare(Map<String, String> row) {
        return row.get("measure").startsWith("cw.");
    }

    /** Only Harborlight's rows differ from before, and of them only these, in what they tell. */
    private void assertEmptied(Map<String, List<Map<String, String>>> before, Predicate<Map<String, String>> emptied)
            throws IOException {
        Map<String, List<Map<String, String>>> expected = new LinkedHashMap<>(before);
        expected.put(
                "harborlight",
                before.get("harborlight").stream()
                        .map(row -> emptied.test(row) ? empty(row) : row)
                        .toList());
        assertThat(outcomes()).isEqualTo(expected);
    }

    private static Map<String, String> empty(Map<String, String> row) {
        Map<String, String> empty = new LinkedHashMap<>(row);
        empty.put("status", "NOT_AVAILABLE");
        empty.replaceAll((column, cell) ->
                List.of("event_month", "event_date", "observed_through").contains(column) ? "" : cell);
        return empty;
    }

    private void revoke(String client) {
        Clock clock = Clock.fixed(REVOKED, ZoneOffset.UTC);
        try (Hub hub = new Hub(environment(), installation, clock, "test")) {
            assertThat(hub.consents().revoke("harborlight", client, "harborlight", "withdrawn at the desk"))
                    .isNotEmpty();
        }
    }

    private void take(String file) throws IOException {
        Files.delete(installation.resolve(file));
    }

    private void putBack(String file) throws IOException {
        Files.copy(INSTALLED.resolve(file), installation.resolve(file));
    }

    private void play() {
        told.clear();
        DemoHub.Opening opening = (clock, mail) -> new HubNight(
                new Hub(environment(), installation, clock, "demo"), INSTALLED.resolve("routes"), clock, mail);
        boolean held = new Demo(opening, installation.resolve("mappings"), told::add, step -> {}).play(home);
        assertThat(held).as(String.join("\n", told)).isTrue();
    }

    private Map<String, String> environment() {
        return Map.of("THROUGHLINE_HOME", home.toString());
    }

    /** The rows of each provider's newest file, without the mark of what is new in it. */
    private Map<String, List<Map<String, String>>> outcomes() throws IOException {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        for (String provider : List.of("bridgeway", "harborlight", "northstar")) {
            try (Stream<Path> files = Files.list(home.resolve("partners/" + provider + "/outcomes"))) {
                Path newest = files.filter(file -> file.toString().endsWith(".csv"))
                        .sorted()
                        .reduce((one, other) -> other)
                        .orElseThrow();
                rows.put(provider, rows(Files.readAllLines(newest)));
            }
        }
        return rows;
    }

    private static List<Map<String, String>> rows(List<String> lines) {
        String[] header = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(header, line.split(",", -1)))
                .toList();
    }

    private static Map<String, String> row(String[] header, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        row.remove("changed");
        return row;
    }
}
