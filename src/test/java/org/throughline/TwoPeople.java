package org.throughline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.throughline.cli.Cli;
import org.throughline.cli.Console;
import org.throughline.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub on a server with an operator, who owns the schema, a mapping author and a mapping approver, each with a login. */
final class TwoPeople implements AutoCloseable {
    static final String OPERATOR = "operator";
    static final String AUTHOR = "author";
    static final String APPROVER = "approver";

    private static final String PASSWORD = "made up for a test";

    private final TestDatabase database;
    private final Path home;
    private final Path installed;
    private Optional<String> typed = Optional.empty();
    private final Map<String, Hub> hubs = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    TwoPeople(TestDatabase database, Path home) throws IOException, SQLException {
        this(database, home, home.resolve("none"));
    }

    /** The same with what came with the hub. */
    TwoPeople(TestDatabase database, Path home, Path installed) throws IOException, SQLException {
        this.database = database;
        this.home = home;
        this.installed = installed;
        Files.writeString(home.resolve("throughline.yaml"), "role_prefix: " + database.rolePrefix() + "\n");
        secret(OPERATOR, database.password());
        for (String person : new String[] {AUTHOR, APPROVER}) {
            secret(person, PASSWORD);
            asOwner("do $$ begin if not exists (select 1 from pg_roles where rolname = '" + login(person)
                    + "') then create role " + login(person) + " login password '" + PASSWORD + "'; end if; end $$");
            asOwner("grant " + database.rolePrefix() + "hub, " + database.rolePrefix() + "mapping_" + person + " to "
                    + login(person));
        }
    }

    String login(String person) {
        return person.equals(OPERATOR) ? database.user() : database.rolePrefix() + person;
    }

    Path home() {
        return home;
    }

    /** Writes a file below the home. */
    Path write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Runs one command as one person; what it says is kept until the next one. */
    int run(String person, String... arguments) {
        out.reset();
        err.reset();
        Hub hub = hubs.computeIfAbsent(person, this::hub);
        Console console = new Console(new PrintStream(out, true), new PrintStream(err, true), question -> typed);
        return new Cli(hub, console).run(arguments);
    }

    /** The next command starts a hub of its own, as on the command line, and sees the files as they are then. */
    void leave() {
        hubs.values().forEach(Hub::close);
        hubs.clear();
    }

    /** What is typed when a command asks. */
    void types(String line) {
        typed = Optional.of(line);
    }

    private Hub hub(String person) {
        Clock clock = Clock.fixed(Instant.parse("2026-10-20T12:00:00Z"), ZoneOffset.UTC);
        return new Hub(environment(person), installed, clock, "test");
    }

    @Override
    public void close() {
        leave();
    }

    private Map<String, String> environment(String person) {
        return Map.of(
                "THROUGHLINE_HOME", home.toString(),
                "THROUGHLINE_DB_URL", database.url(),
                "THROUGHLINE_DB_USER", login(person),
                "THROUGHLINE_DB_PASSWORD_FILE", "password-" + person);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JsonMapper.builder().build().readTree(out());
    }

    /** Runs a statement on a person's own connection, working as the hub's role. */
    void sql(String person, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), login(person), PASSWORD);
                Statement sql = connection.createStatement()) {
            sql.execute("set role " + database.rolePrefix() + "hub");
            sql.execute(statement);
        }
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void secret(String person, String password) throws IOException {
        Path file = Files.writeString(home.resolve("password-" + person), password);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    }
}
