package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.intake.FeedEvent;
import org.throughline.problem.ProblemCode;

/** What is told of a look that ended before its time: of the account, or of the hub itself. */
final class PullOutcomeTest {
    private final List<FeedEvent> events = new ArrayList<>();
    private final PullOutcome outcome = new PullOutcome(
            new PullOutcome.Place("harborlight", "inbox", new SftpLine(), () -> true),
            new Notices(events::add),
            Clock.fixed(Instant.parse("2026-10-06T22:00:00Z"), ZoneOffset.UTC));

    @Test
    void blamesTheAccountWhereItsConnectionBreaks() {
        outcome.begin();
        outcome.handleException(new IOException("reset"));

        assertThat(outcome.over()).isTrue();
        assertThat(outcome.fault()).contains(TransportFault.BROKEN);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.code()).isEqualTo(ProblemCode.TRANSPORT.name());
            assertThat(event.fact())
                    .isEqualTo("Folder inbox of harborlight could not be read: the connection broke off.");
        });
    }

    @Test
    void blamesTheHubWhereItsDatabaseIsAway() {
        outcome.begin();
        outcome.handleException(new IllegalStateException(new SQLException("x", "08006", new IOException("reset"))));
        outcome.handleException(new IllegalStateException(new SQLException("x", "08006", new IOException("reset"))));

        assertThat(outcome.over()).isTrue();
        assertThat(outcome.fault()).isEmpty();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.code()).isEqualTo(ProblemCode.ARRIVAL_FAILED.name());
            assertThat(event.fact())
                    .isEqualTo(
                            "Folder inbox of harborlight was not gone through to its end: the hub's database is away, or was"
                                    + " away; it goes on by itself when the database is back. What is there stays, and is taken at a later"
                                    + " look.");
        });
    }
}
