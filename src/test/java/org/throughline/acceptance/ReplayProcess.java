package org.throughline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.throughline.intake.FeedId;
import org.throughline.intake.ReplayPlan;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/**
 * A process that replays a feed up to its second file and then waits to be killed. Arguments: the database's address, role
 * prefix, home and feed; the login comes by the environment.
 */
final class ReplayProcess {

    private ReplayProcess() {}

    /** Starts it and comes back when two files are decided. */
    static Process start(TestDatabase database, Path home, String feed) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayProcess.class.getName(),
                        database.url(),
                        database.rolePrefix(),
                        home.toString(),
                        feed)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("TEST_LOGIN", database.user());
        builder.environment()
                .put("TEST_PASSWORD", Optional.ofNullable(database.password()).orElse(""));
        Process process = builder.start();
        String line = process.inputReader().readLine();
        while (line != null && !line.equals("two files decided")) {
            line = process.inputReader().readLine();
        }
        return process;
    }

    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(System.getenv("TEST_LOGIN"));
        source.setPassword(System.getenv("TEST_PASSWORD"));
        source.setOptions("-c role=" + arguments[1] + "hub");
        Path home = Path.of(arguments[2]);
        new IntakeScene(source, home, home.resolve("mappings"))
                .replaying((done, total) -> {
                    if (done == 2) {
                        waitToBeKilled();
                    }
                })
                .run(
                        new ReplayPlan(
                                FeedId.parse(arguments[3]),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty());
    }

    private static void waitToBeKilled() {
        try {
            System.out.println("two files decided");
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
