package org.throughline.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.throughline.testing.TestDatabase;

/** A PostgreSQL server of the harness's own, which may be stopped as one pulls a plug and started again. */
final class Cluster implements AutoCloseable {
    private static final Path BIN =
            Path.of(System.getenv().getOrDefault("THROUGHLINE_POSTGRES_BIN", "/usr/lib/postgresql/15/bin"));
    private static final long SECONDS = 60;

    private final Path folder;
    private final String password = UUID.randomUUID().toString();
    private final int port;

    private Cluster(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    /** True where this machine has the programs, and a login to run them as. */
    static boolean possible() {
        return Files.isExecutable(BIN.resolve("initdb")) && (!root() || Files.isExecutable(Path.of("/sbin/runuser")));
    }

    /** Starts a server whose data are below this folder. */
    static Cluster start(Path folder) throws IOException {
        Cluster cluster = new Cluster(Files.createDirectories(folder));
        Path top = Path.of(System.getProperty("java.io.tmpdir"));
        for (Path above = folder; above.startsWith(top) && !above.equals(top); above = above.getParent()) {
            Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(folder.resolve("password"), cluster.password);
        if (root()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        cluster.program(
                "initdb",
                "-U",
                "throughline",
                "--auth=scram-sha-256",
                "--pwfile=" + folder.resolve("password"),
                "--locale=C.UTF-8",
                "-E",
                "UTF8",
                "--wal-segsize=1");
        cluster.control("start", "-o", cluster.options());
        return cluster;
    }

    /** What is committed stands in the files at once; only the disk itself is not waited for. */
    private String options() {
        return "-p " + port + " -k '" + folder + "' -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
                + " -c autovacuum=off -c shared_buffers=32MB -c max_connections=60 -c max_wal_size=4MB"
                + " -c min_wal_size=2MB -c wal_level=minimal -c max_wal_senders=0";
    }

    /** Stops the server without letting it finish anything, and starts it again. */
    void restart() throws IOException {
        control("restart", "-m", "immediate");
    }

    /** Starts the server where it is down. */
    void revive() throws IOException {
        if (tried(command("pg_ctl", "status")) != 0) {
            control("start", "-o", options());
        }
    }

    /** A database in it that is migrated. */
    TestDatabase migrated() {
        return TestDatabase.migratedAt("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "throughline", password);
    }

    private void control(String... words) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("-w", "-l", folder.resolve("log").toString()));
        all.addAll(List.of(words));
        program("pg_ctl", all.toArray(String[]::new));
    }

    private void program(String name, String... words) throws IOException {
        run(command(name, words));
    }

    private List<String> command(String name, String... words) {
        List<String> command = new ArrayList<>(root() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.addAll(List.of(
                BIN.resolve(name).toString(), "-D", folder.resolve("data").toString()));
        command.addAll(List.of(words));
        return command;
    }

    static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    /** Runs a program to its end; throws where it fails. */
    static void run(List<String> command) throws IOException {
        if (tried(command) != 0) {
            throw new IOException("This failed: " + String.join(" ", command));
        }
    }

    /** The exit status of a program. */
    static int tried(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        tried(command("pg_ctl", "-m", "immediate", "stop"));
    }
}
