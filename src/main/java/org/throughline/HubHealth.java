package org.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.throughline.cli.Check;
import org.throughline.intake.Timeliness;
import org.throughline.telemetry.Board;
import org.throughline.telemetry.Finding;
import org.throughline.telemetry.HealthCheck;

/** How a hub that serves is, with reasons. Whether it lives does not depend on its database; whether it is ready does. */
final class HubHealth implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final int PATIENCE_SECONDS = 5;

    private final Path home;
    private final Clock clock;
    private final Runnable database;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "asking the database");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Phase phase = Phase.MIGRATIONS;
    private volatile Instant round;
    private volatile Optional<Board> board = Optional.empty();

    /** Where a start stands. */
    enum Phase {
        MIGRATIONS("The schema is being brought to this version."),
        UNFINISHED("What was purged is looked for, and what an earlier run left undone is being finished."),
        DOORS("The doors are being opened."),
        DONE("The start is done.");

        private final String words;

        Phase(String words) {
            this.words = words;
        }
    }

    /** The health of a hub that starts now; the work asks its database for a sign. */
    HubHealth(Path home, Clock clock, Runnable database) {
        this.home = home;
        this.clock = clock;
        this.database = database;
        this.round = clock.instant();
    }

    /** The start has come this far. */
    void reached(Phase now) {
        phase = now;
    }

    /** A round has come to its end. */
    void rounded() {
        round = clock.instant();
    }

    /** What the database said last. */
    void looked(Board now) {
        board = Optional.of(now);
    }

    List<Finding> alive() {
        return List.of(start(true), rounds());
    }

    List<Finding> ready() {
        List<Finding> findings = new ArrayList<>(List.of(start(false)));
        if (phase.compareTo(Phase.MIGRATIONS) > 0) {
            findings.add(database());
        }
        findings.addAll(List.of(disk(), rounds()));
        board.ifPresent(now -> findings.addAll(List.of(queue(now), feeds(now))));
        return findings;
    }

    private Finding start(boolean lives) {
        return phase == Phase.DONE || lives
                ? Finding.ok(HealthCheck.START, phase.words)
                : Finding.fail(HealthCheck.START, phase.words, "Wait; the log of the hub tells what goes wrong.");
    }

    private Finding rounds() {
        Duration since = Duration.between(round, clock.instant());
        return since.compareTo(LONG) <= 0
                ? Finding.ok(HealthCheck.ROUNDS, "The last round ended within a quarter of an hour.")
                : Finding.warn(
                        HealthCheck.ROUNDS,
                        "No round has ended for " + since.toMinutes() + " minutes.",
                        "Look in the log for a partner or a file that takes so long; start the hub again if there is"
                                + " none.");
    }

    /** A pool waits longer for a connection than whoever asks for the health. */
    private Finding database() {
        Future<?> sign = asking.submit(database);
        try {
            sign.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Finding.ok(HealthCheck.DATABASE, "The database answers.");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException silent) {
            sign.cancel(true);
        }
        return Finding.fail(
                HealthCheck.DATABASE,
                "The database does not answer.",
                "Check that its server runs and takes the hub's login; doctor says more. Nothing that arrived is lost.");
    }

    private Finding disk() {
        Check.Finding found = HomeChecks.disk(home);
        return new Finding(
                HealthCheck.DISK, Finding.Verdict.valueOf(found.verdict().name()), found.fact(), found.fix());
    }

    private static Finding queue(Board board) {
        Duration age = board.oldestUndecided();
        return age.compareTo(LONG) <= 0
                ? Finding.ok(HealthCheck.QUEUE, "No submission has waited long.")
                : Finding.warn(
                        HealthCheck.QUEUE,
                        "The oldest undecided submission came " + age.toMinutes() + " minutes ago.",
                        "Run feed status to see whose it is; the log says why it is not decided.");
    }

    private static Finding feeds(Board board) {
        long missing = board.feeds(Timeliness.MISSING);
        return missing == 0
                ? Finding.ok(HealthCheck.FEEDS, "No feed is missing.")
                : Finding.warn(
                        HealthCheck.FEEDS,
                        "Feeds whose file is missing: " + missing + ".",
                        "Run feed late to see which, and whom to ask.");
    }

    /** Bytes that are free on the disk of the home; nothing where that cannot be told. */
    static double free(Path home) {
        try {
            return Files.getFileStore(home).getUsableSpace();
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
