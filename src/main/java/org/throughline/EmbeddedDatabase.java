package org.throughline;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.throughline.HubConfiguration.Login;
import org.throughline.HubConfiguration.Server;

/**
 * The PostgreSQL server that a home brings along: its data stay in the home between runs, it listens on this machine only and
 * asks for a random password that stands in the home's secrets.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final String OWNER = "postgres";
    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final long STOP_SECONDS = 30;

    private final EmbeddedPostgres postgres;
    private final Server server;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Server server) {
        this.postgres = postgres;
        this.server = server;
    }

    /** Starts the server of a home that is locked; one left over by a killed process is stopped first. */
    static EmbeddedDatabase start(Path home, String hubLogin) throws IOException {
        Path folder = folder(home);
        Path ownerFile = home.resolve("secrets").resolve("database-owner");
        Login owner = new Login(OWNER, SecretFiles.keptIn(ownerFile));
        Login hub =
                new Login(hubLogin, SecretFiles.keptIn(home.resolve("secrets").resolve("database-hub")));
        stopLeftOver(folder);
        // The library unpacks the server into a folder that it lets every login of the machine write, by default below
        // /tmp.
        Path programs = home.resolve("postgres-programs");
        SecretFiles.createFolder(programs);
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(programs.resolve("unpacked").toFile())
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", ownerFile.toString())
                .setServerConfig("fsync", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setConnectConfig("password", owner.password())
                .setPGStartupWait(STARTUP)
                .start();
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
        return new EmbeddedDatabase(postgres, new Server(url, hub, owner));
    }

    Server server() {
        return server;
    }

    /** After {@code kill -9} of the hub its server runs on: only the holder of the home's lock may stop it. */
    /** True where a home has a database of its own. */
    static boolean isIn(Path home) {
        return Files.isDirectory(folder(home));
    }

    private static Path folder(Path home) {
        return home.resolve("postgres");
    }

    private static void stopLeftOver(Path folder) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2 || !lines.get(0).strip().matches("\\d+") || !sameFolder(folder, lines.get(1))) {
            return;
        }
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .ifPresent(EmbeddedDatabase::stop);
    }

    private static boolean sameFolder(Path folder, String stated) throws IOException {
        return folder.toRealPath().equals(Path.of(stated).toAbsolutePath().normalize())
                || folder.toAbsolutePath().normalize().equals(Path.of(stated));
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
