package org.throughline.demo.peer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An agency's own database, played by a PostgreSQL server of its own on this machine. The hub logs in as {@code hub}, with the
 * password in the file named; its tables are made anew at every start.
 */
public final class AgencyDatabase implements AutoCloseable {
    private static final String OWNER = "postgres";
    private static final int PASSWORD_BYTES = 16;

    private final EmbeddedPostgres server;
    private final String ownerPassword;

    private AgencyDatabase(EmbeddedPostgres server, String ownerPassword) {
        this.server = server;
        this.ownerPassword = ownerPassword;
    }

    /**
     * Starts the server.
     *
     * @param folder where it may keep its files; whatever an earlier start left there is removed
     * @param passwordFile where the hub's password is written, readable by the owner alone
     */
    public static AgencyDatabase start(Path folder, Path passwordFile) {
        try {
            Files.createDirectories(folder);
            String password = secret();
            Path ownerFile = written(folder.resolve("owner"), password);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(true)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("pwfile", ownerFile.toString())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setConnectConfig("password", password)
                    .start();
            AgencyDatabase agency = new AgencyDatabase(server, password);
            String hub = secret();
            written(passwordFile, hub);
            agency.run("create role hub login password '" + hub + "'");
            return agency;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's agency database cannot be started.", e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Path written(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text + "\n");
    }

    /** Address of the database for a JDBC driver. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** Runs a statement of the agency's. */
    public void run(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The demo's agency database refuses a statement.", e);
        }
    }

    /** Adds rows to a table; the database turns their text into the types of its columns. */
    public void add(String table, List<String> columns, List<List<String>> rows) {
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (Connection connection = owner();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")")) {
            for (List<String> row : rows) {
                for (int at = 0; at < row.size(); at++) {
                    insert.setObject(at + 1, row.get(at), java.sql.Types.OTHER);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The demo's agency database refuses rows.", e);
        }
    }

    /** How many rows a table holds. */
    public long count(String table) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The demo's agency database refuses a look.", e);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), OWNER, ownerPassword);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
