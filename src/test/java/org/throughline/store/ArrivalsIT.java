package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.intake.Delivery;
import org.throughline.intake.Delivery.Way;
import org.throughline.intake.Feed;
import org.throughline.intake.FeedId;
import org.throughline.intake.Original;
import org.throughline.intake.ServedElsewhereException;
import org.throughline.node.Node;
import org.throughline.testing.TestDatabase;

/** What several nodes enter of one file: the one that serves its sender may, and of two that do it at once one does. */
final class ArrivalsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final FeedId PEOPLE = new FeedId("partner", "people");
    private static final Duration LEASE = Duration.ofHours(1);
    private static final Original ORIGINAL = new Original("a".repeat(64), 10);

    private final Database database = new Database(POSTGRES.hub());
    private final JooqSubmissionLedger ledger = new JooqSubmissionLedger(database);
    private final JooqLeaseStore leases = new JooqLeaseStore(database);
    private Feed feed;

    @BeforeEach
    void setUp() throws SQLException {
        run("delete from intake.node");
        run("delete from intake.submission");
        run("insert into intake.sender (sender, title, kind) values ('partner', 'Synthetic', 'provider') on conflict do"
                + " nothing");
        run(
                "insert into intake.feed (sender, name, mapping) values ('partner', 'people', 'probe/people') on conflict do"
                        + " nothing");
        feed = ledger.feed(PEOPLE).orElseThrow();
    }

    @Test
    void areEnteredByTheNodeThatServesTheirSender() throws SQLException {
        long east = leases.join(new Node("east", "machine"), LEASE);
        leases.renew(east, LEASE);
        long west = leases.join(new Node("west", "machine"), LEASE);

        assertThatThrownBy(() -> enter(Way.FOLDER, west))
                .isInstanceOf(ServedElsewhereException.class)
                .hasMessage("The partner partner is served by another node now, which fetches the file itself.");
        assertThatThrownBy(() -> enter(Way.PULLED, west)).isInstanceOf(ServedElsewhereException.class);
        assertThat(ledger.undecided()).isEmpty();
        assertThat(enter(Way.SENT, west)).as("whoever is asked takes an upload").isPositive();
        assertThat(enter(Way.FOLDER, east)).isPositive();

        run("update intake.node set alive_until = clock_timestamp()");
        assertThatThrownBy(() -> enter(Way.PULLED, east))
                .as("nobody else holds the partner yet, but the lease is over")
                .isInstanceOf(ServedElsewhereException.class);
    }

    @Test
    void areEnteredOnceWhereManyDoItAtOnce() throws Exception {
        ExecutorService together = Executors.newFixedThreadPool(5);
        try {
            List<Callable<Long>> entries = Collections.nCopies(
                    5, () -> enter(delivery(Way.FOLDER, Optional.of("rows=1")).fetchedBy(OptionalLong.empty())));
            Set<Long> numbers = new HashSet<>();
            for (Future<Long> entered : together.invokeAll(new ArrayList<>(entries))) {
                numbers.add(entered.get());
            }
            assertThat(numbers).hasSize(1);
        } finally {
            together.shutdown();
        }
        assertThat(ledger.undecided()).hasSize(1);
        assertThat(enter(delivery(Way.FOLDER, Optional.empty())))
                .as("another done-file")
                .isPositive();
        assertThat(ledger.undecided()).hasSize(2);
        ledger.archived("partner", OptionalLong.empty());
        enter(delivery(Way.FOLDER, Optional.empty()));
        assertThat(ledger.undecided()).hasSize(3);
    }

    private long enter(Way way, long node) {
        return enter(delivery(way, Optional.empty()).fetchedBy(OptionalLong.of(node)));
    }

    private long enter(Delivery delivery) {
        return ledger.receive(feed, delivery, ORIGINAL, Instant.parse("2026-10-06T12:00:00Z"))
                .number();
    }

    private static Delivery delivery(Way way, Optional<String> doneFile) {
        return new Delivery(PEOPLE, Path.of("people.csv"), "people.csv", doneFile).on(way);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = POSTGRES.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
