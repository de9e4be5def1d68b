package org.throughline.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.throughline.store.Migrations;

/**
 * The PostgreSQL server of this JVM: the one named by {@code THROUGHLINE_DB_URL}, or an embedded one. Databases are
 * cloned from a template that is migrated once. Names take a prefix of this run, since a server may be shared.
 */
final class TestServer {
    private static TestServer running;

    private final String run = "t" + UUID.randomUUID().toString().substring(0, 8) + "_";
    private final AtomicInteger count = new AtomicInteger();
    private final String url;
    private final String user;
    private final String password;
    private String template;

    TestServer(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static synchronized TestServer running() {
        if (running == null) {
            running = start();
            Runtime.getRuntime().addShutdownHook(new Thread(running::cleanUp));
        }
        return running;
    }

    private static TestServer start() {
        try {
            var url = System.getenv("THROUGHLINE_DB_URL");
            if (url != null && !url.isBlank()) {
                return new TestServer(url, System.getenv("THROUGHLINE_DB_USER"), passwordFromFile());
            }
            var server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("fsync", "off")
                    .start();
            return new TestServer(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String passwordFromFile() throws IOException {
        var file = System.getenv("THROUGHLINE_DB_PASSWORD_FILE");
        return file == null || file.isBlank()
                ? null
                : Files.readString(Path.of(file)).strip();
    }

    String rolePrefix() {
        return run;
    }

    /** A new database with the schema of this version. */
    synchronized String createMigrated() {
        if (template == null) {
            var name = createEmpty();
            Migrations.apply(owner(name), run);
            template = name;
        }
        return createCopy(template);
    }

    /** A new database that is like another one. */
    String createCopy(String original) {
        var name = nextName();
        execute("create database " + name + " template " + original);
        return name;
    }

    /** A new database with nothing in it. */
    String createEmpty() {
        var name = nextName();
        execute("create database " + name
                + " template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'");
        return name;
    }

    void drop(String database) {
        execute("drop database if exists " + database + " with (force)");
    }

    /** Connections of the server's administrator to a database. */
    PGSimpleDataSource owner(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setDatabaseName(database);
        return source;
    }

    private String nextName() {
        return run + count.incrementAndGet();
    }

    private void execute(String sql) {
        var source = owner("postgres");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Leaves nothing on a shared server. An embedded server may be gone already; then there is nothing to leave. */
    private void cleanUp() {
        try {
            namesStartingWithRun("select datname from pg_database where starts_with(datname, ?)")
                    .forEach(this::drop);
            namesStartingWithRun("select rolname from pg_roles where starts_with(rolname, ?)")
                    .forEach(role -> execute("drop role if exists \"" + role + "\""));
        } catch (SQLException | IllegalStateException gone) {
            return;
        }
    }

    private List<String> namesStartingWithRun(String query) throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = owner("postgres").getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, run);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
