package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.FeedBacklog;
import org.throughline.intake.FeedId;
import org.throughline.telemetry.Board;
import org.throughline.telemetry.Finding;
import org.throughline.telemetry.Finding.Verdict;
import org.throughline.telemetry.HealthCheck;
import org.throughline.testing.SetClock;

final class HubHealthTest {
    private static final Instant NOON = Instant.parse("2026-10-06T12:00:00Z");

    @TempDir
    private Path home;

    private final SetClock clock = new SetClock(NOON);
    private boolean answers = true;
    private HubHealth health;

    private HubHealth health() {
        health = new HubHealth(home, clock, () -> {
            if (!answers) {
                throw new IllegalStateException("Zephyrine Quillfeather");
            }
        });
        return health;
    }

    @AfterEach
    void close() {
        health.close();
    }

    @Test
    void isNotReadyUntilTheStartIsDone() {
        HubHealth starting = health();
        for (HubHealth.Phase phase : HubHealth.Phase.values()) {
            starting.reached(phase);
            assertThat(found(starting.ready(), HealthCheck.START).verdict())
                    .isEqualTo(phase == HubHealth.Phase.DONE ? Verdict.OK : Verdict.FAIL);
            assertThat(found(starting.alive(), HealthCheck.START).verdict()).isEqualTo(Verdict.OK);
        }
    }

    @Test
    void asksNoDatabaseBeforeItsSchemaIsThere() {
        answers = false;

        assertThat(health().ready()).extracting(Finding::check).doesNotContain(HealthCheck.DATABASE);
    }

    @Test
    void livesAndIsNotReadyWhileTheDatabaseIsSilent() {
        answers = false;
        health().reached(HubHealth.Phase.DONE);

        assertThat(found(health.ready(), HealthCheck.DATABASE))
                .isEqualTo(Finding.fail(
                        HealthCheck.DATABASE,
                        "The database does not answer.",
                        "Check that its server runs and takes the hub's login; doctor says more. Nothing that arrived is"
                                + " lost."));
        assertThat(health.alive()).extracting(Finding::verdict).containsOnly(Verdict.OK);
        answers = true;
        assertThat(found(health.ready(), HealthCheck.DATABASE).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void warnsWhenNoRoundEnds() {
        health().reached(HubHealth.Phase.DONE);
        clock.set(NOON.plus(Duration.ofMinutes(40)));

        assertThat(found(health.alive(), HealthCheck.ROUNDS).fact()).isEqualTo("No round has ended for 40 minutes.");
        health.rounded();
        assertThat(found(health.alive(), HealthCheck.ROUNDS).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void warnsOfASubmissionThatWaitsLong() {
        health().looked(new Board(
                List.of(),
                List.of(),
                List.of(new FeedBacklog(
                        new FeedId("aster", "people"),
                        0,
                        0,
                        1,
                        Optional.of(NOON.minusSeconds(1_800)),
                        0,
                        Optional.empty())),
                NOON));

        assertThat(found(health.ready(), HealthCheck.QUEUE).fact())
                .isEqualTo("The oldest undecided submission came 30 minutes ago.");
    }

    private static Finding found(List<Finding> findings, HealthCheck check) {
        return findings.stream()
                .filter(finding -> finding.check() == check)
                .findFirst()
                .orElseThrow();
    }
}
