package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.cli.Cli;
import org.throughline.cli.StopException;
import org.throughline.testing.TestDatabase;

/** The hub on a fresh home with its embedded database. */
final class HubIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-06T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path home;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void name() {
        home = folder.resolve("home of the hub");
    }

    @Test
    void keepsItsDatabaseBetweenRunsAndToItself() throws IOException {
        partnerFile();
        assertThat(run("partner", "apply"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(run("partner", "show", "--json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"partner\" : \"dcyf\"");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets/database-owner"))))
                .isEqualTo("rw-------");
        List<String> rules = Files.readAllLines(home.resolve("postgres/pg_hba.conf")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(rules).isNotEmpty().allMatch(line -> line.endsWith("scram-sha-256"));
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void letsNobodyElseIntoItsHome() throws IOException {
        run("audit", "verify");

        for (String folder : List.of("", "logs", "originals", "postgres", "receipts", "secrets", "spool")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(folder))))
                    .as("home/" + folder)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void doctorWarnsWhereOthersMayEnter() throws IOException {
        Files.createDirectories(home.resolve("originals"));
        for (Path folder : List.of(home, home.resolve("originals"))) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        run("doctor");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("warn  home", "Others on this machine may enter originals of " + home, "Run chmod 700");
    }

    @Test
    void letsOneProcessAtATimeWorkInAHome() {
        try (Hub first = new Hub(environment(), folder, CLOCK, "partner show, process 4711, since noon")) {
            first.auditChain().verify(Optional.empty());
            try (Hub second = new Hub(environment(), folder, CLOCK, "second")) {
                assertThatThrownBy(second::auditChain)
                        .isInstanceOf(StopException.class)
                        .hasMessage("Another command works in this home: partner show, process 4711, since noon. Try"
                                + " again when it has ended, or use a home of its own (THROUGHLINE_HOME).");
                assertThat(run("audit", "verify")).isEqualTo(75);
            }
        }
        assertThat(run("audit", "verify")).isZero();
    }

    @Test
    void goesOnAfterAHubWasKilled() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeavesDatabaseBehind.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(killed.inputReader().readLine()).isEqualTo("ready");
        long server = Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        assertThat(run("audit", "verify")).as("while it runs").isEqualTo(75);
        assertThat(ProcessHandle.of(server).orElseThrow().info().command().orElseThrow())
                .as("programs that others could replace are not run")
                .startsWith(home.resolve("postgres-programs").toRealPath().toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres-programs"))))
                .isEqualTo("rwx------");
        killed.destroyForcibly().waitFor();
        assertThat(isAlive(server)).isTrue();

        assertThat(run("audit", "verify"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(isAlive(server)).isFalse();
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void doctorLooksAtEverything() {
        run("audit", "verify");
        out.reset();
        run("doctor");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ok    Java", "ok    home", "ok    migrations            The schema is of this version.")
                .contains("ok    database rights       The hub's role works with rows only.")
                .contains("ok    audit ledger          The chain of 0 entries holds.");
    }

    @Test
    void worksOnAServerOfItsOwnUnderARolePrefix() throws IOException {
        try (TestDatabase database = TestDatabase.empty().open()) {
            Files.createDirectories(home);
            Files.writeString(home.resolve("throughline.yaml"), "role_prefix: " + database.rolePrefix() + "\n");
            Path password = Files.writeString(home.resolve("password"), database.password());
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("r--------"));
            Map<String, String> environment = Map.of(
                    "THROUGHLINE_HOME", home.toString(),
                    "THROUGHLINE_DB_URL", database.url(),
                    "THROUGHLINE_DB_USER", database.user(),
                    "THROUGHLINE_DB_PASSWORD_FILE", "password");
            partnerFile();

            assertThat(run(environment, "partner", "apply"))
                    .as(err.toString(StandardCharsets.UTF_8))
                    .isZero();
            assertThat(run(environment, "partner", "apply", "--json")).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"changes\" : [ ]");
            assertThat(home.resolve("postgres")).doesNotExist();
            assertThat(home.resolve("hub.lock")).doesNotExist();
            try (Hub hub = new Hub(environment, folder, CLOCK, "test")) {
                assertThat(hub.pool().getDataSourceProperties())
                        .as("a server that never greets holds nobody up for good")
                        .containsEntry("loginTimeout", "30");
            }
        }
    }

    @Test
    void saysWhenADatabaseCannotBeReached() throws IOException {
        Files.createDirectories(home);
        Path password = Files.writeString(home.resolve("password"), "x");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> environment = Map.of(
                "THROUGHLINE_HOME", home.toString(),
                "THROUGHLINE_DB_URL", "jdbc:postgresql://127.0.0.1:1/hub",
                "THROUGHLINE_DB_USER", "hub",
                "THROUGHLINE_DB_PASSWORD_FILE", "password");

        assertThat(run(environment, "audit", "verify")).isEqualTo(75);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("The database cannot be reached, or refuses the login. Check that the server of"
                        + " THROUGHLINE_DB_URL runs and that user and password are right; doctor says more."
                        + System.lineSeparator());
    }

    private int run(String... arguments) {
        return run(environment(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        try (Hub hub = new Hub(environment, folder, CLOCK, "test")) {
            return new Cli(hub, new PrintStream(out, true), new PrintStream(err, true)).run(arguments);
        }
    }

    private Map<String, String> environment() {
        return Map.of("THROUGHLINE_HOME", home.toString());
    }

    private void partnerFile() throws IOException {
        Files.createDirectories(home.resolve("mappings/dcyf"));
        Files.writeString(
                home.resolve("mappings/dcyf/partner.yaml"),
                "partner: dcyf\ntitle: Department of Children (synthetic)\nkind: agency\n");
    }
}
