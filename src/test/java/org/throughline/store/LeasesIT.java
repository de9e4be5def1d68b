package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.node.LeaseStore.Held;
import org.throughline.node.Node;
import org.throughline.node.NodeStanding;
import org.throughline.problem.RefusedException;
import org.throughline.testing.TestDatabase;

/** Who holds what, in one database that several nodes share; what counts is its clock. */
final class LeasesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Duration LEASE = Duration.ofHours(1);
    private static final Node EAST = new Node("east", "machine-1");
    private static final Node WEST = new Node("west", "machine-2");

    private final JooqLeaseStore store = new JooqLeaseStore(new Database(POSTGRES.hub()));

    @BeforeEach
    void setUp() throws SQLException {
        run(
                "delete from intake.node",
                "delete from intake.feed",
                "delete from intake.sender",
                "insert into intake.sender (sender, title, kind) select 'partner-' || n, 'Synthetic', 'provider' from"
                        + " generate_series(1, 5) n",
                "insert into intake.feed (sender, name, mapping) values ('partner-1', 'people', 'probe/people')");
    }

    @Test
    void givesAllToANodeThatIsAloneAndHalfToEachOfTwo() {
        long east = store.join(EAST, LEASE);
        assertThat(held(east)).hasSize(5);
        long west = store.join(WEST, LEASE);

        assertThat(held(west)).as("nothing is free yet").isEmpty();
        Held renewed = store.renew(east, LEASE).orElseThrow();
        assertThat(renewed.share()).isEqualTo(3);
        store.release(east, renewed.senders().stream().skip(3).toList());

        assertThat(held(west)).containsExactly("partner-4", "partner-5");
        assertThat(held(east)).containsExactly("partner-1", "partner-2", "partner-3");
        assertThat(store.unheld()).isEmpty();
        List<NodeStanding> nodes = store.standings();
        assertThat(nodes).extracting(NodeStanding::node).containsExactly(EAST, WEST);
        assertThat(nodes).allMatch(NodeStanding::isAlive);
        assertThat(nodes.get(0).feeds()).containsExactly("partner-1/people");
    }

    @Test
    void refusesANodeWhoseLeaseHasEndedAndGivesItsPartnersToAnother() throws SQLException {
        long east = store.join(EAST, LEASE);
        assertThat(held(east)).hasSize(5);
        run("update intake.node set alive_until = clock_timestamp()");
        assertThat(store.standings()).noneMatch(NodeStanding::isAlive);
        assertThat(store.unheld()).hasSize(5);

        assertThat(store.renew(east, LEASE)).as("before anybody noticed").isEmpty();
        long west = store.join(WEST, LEASE);
        assertThat(held(west)).hasSize(5);
        assertThat(store.renew(east, LEASE)).as("afterwards").isEmpty();

        long again = store.join(EAST, LEASE);
        assertThat(again).isGreaterThan(west);
        store.release(again, List.of("partner-1"));
        assertThat(held(west)).as("nobody gives up what another holds").hasSize(5);
    }

    @Test
    void cutsOffWhatANodeThatStandsStillHasOpen() throws SQLException {
        Database database = new Database(POSTGRES.hub());
        JooqLeaseStore standing = new JooqLeaseStore(database, "a process that stands still");
        JooqLeaseStore other = new JooqLeaseStore(database, "another process");
        assertThat(standing.renew(standing.join(EAST, LEASE), LEASE)).isPresent();
        long west = other.join(WEST, LEASE);
        try (Connection open = DriverManager.getConnection(POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("set application_name = 'a process that stands still'");
            open.commit();
            statement.execute("select 1 from intake.node where name = 'east' for key share");
            assertThat(other.renew(west, LEASE)).isPresent();
            assertThat(open.isValid(1)).as("its lease lasts").isTrue();
            run("update intake.node set alive_until = clock_timestamp() where name = 'east'");
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (other.renew(west, LEASE).orElseThrow().senders().size() < 5) {
                assertThat(System.nanoTime()).isLessThan(end);
            }
            assertThat(open.isValid(1)).isFalse();
        }
        assertThat(standing.join(EAST, LEASE)).isGreaterThan(west);
    }

    @Test
    void letsOneNodeBearAName() throws SQLException {
        long east = store.join(EAST, LEASE);
        assertThatThrownBy(() -> store.join(new Node("east", "machine-3"), LEASE))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Another node named east serves this database. Give this one a name of its own in"
                        + " THROUGHLINE_NODE; if the other one is gone, try again in 3600 seconds.");

        long restarted = store.join(EAST, LEASE);
        assertThat(restarted).isGreaterThan(east);
        assertThat(store.renew(east, LEASE)).isEmpty();
        run("update intake.node set alive_until = clock_timestamp()");
        assertThat(store.join(new Node("east", "machine-3"), LEASE)).isGreaterThan(restarted);
    }

    @Test
    void givesEverythingUpWhenANodeLeavesOrAPartnerIsGone() throws SQLException {
        long east = store.join(EAST, LEASE);
        long west = store.join(WEST, LEASE);
        assertThat(held(east)).hasSize(3);
        store.leave(east);
        assertThat(held(west)).hasSize(5);
        run("delete from intake.sender where sender = 'partner-5'");
        assertThat(held(west)).hasSize(4);
    }

    @Test
    void letsOneOfManyHaveAPartnerThatAllClaimAtOnce() throws Exception {
        List<Long> nodes = IntStream.range(0, 5)
                .mapToObj(number -> store.join(new Node("node-" + number, "machine"), LEASE))
                .toList();
        ExecutorService together = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Callable<List<String>>> claims = new ArrayList<>();
            nodes.forEach(node -> claims.add(() -> held(node)));
            List<String> all = new ArrayList<>();
            for (Future<List<String>> claimed : together.invokeAll(claims)) {
                all.addAll(claimed.get());
            }
            nodes.forEach(node -> assertThat(held(node)).hasSizeLessThanOrEqualTo(1));

            assertThat(all).doesNotHaveDuplicates();
            assertThat(store.unheld()).isEmpty();
        } finally {
            together.shutdown();
        }
    }

    private List<String> held(long node) {
        return List.copyOf(store.renew(node, LEASE).orElseThrow().senders());
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = POSTGRES.owner().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
