package org.throughline;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.throughline.problem.SetupException;
import org.throughline.route.Handover;
import org.throughline.route.OutgoingFolder;
import org.throughline.store.Database;
import org.throughline.store.JooqBacklog;
import org.throughline.store.JooqFeedBoard;
import org.throughline.telemetry.Board;
import org.throughline.telemetry.Connections;
import org.throughline.telemetry.Delivered;
import org.throughline.telemetry.Monitor;
import org.throughline.telemetry.MonitorServer;
import org.throughline.telemetry.MonitorSetting;
import org.throughline.telemetry.Result;
import org.throughline.telemetry.Telemetry;

/** What watches over a hub that serves: figures, traces and health, and the door at which they are told. */
final class HubWatch implements AutoCloseable {
    private final Hub hub;
    private final Telemetry telemetry;
    private final HubHealth health;
    private final MonitorServer door;

    private HubWatch(Hub hub, Optional<Integer> port) {
        Path home = hub.home();
        HubConfiguration.Watch setting = hub.configuration().watch();
        this.hub = hub;
        this.telemetry = Telemetry.of(setting.traces(), System.getProperty(LogForm.NODE, LogForm.UNNAMED), hub.clock());
        this.health = new HubHealth(home, hub.clock(), () -> hub.uploadTokens().senders());
        telemetry.disk(() -> HubHealth.free(home));
        MonitorSetting monitor = setting.monitor();
        this.door = open(new MonitorSetting(monitor.host(), port.orElse(monitor.port()), monitor.token()));
        hub.watchedBy(telemetry);
    }

    /**
     * Opens the door, before anything else of the hub is there.
     *
     * @param port instead of the configured one
     */
    static HubWatch start(Hub hub, Optional<Integer> port) {
        return new HubWatch(hub, port);
    }

    private MonitorServer open(MonitorSetting setting) {
        try {
            return MonitorServer.start(setting, new Monitor(telemetry::metrics, health::alive, health::ready));
        } catch (UncheckedIOException taken) {
            throw new SetupException(List.of("throughline.yaml monitoring: The hub cannot listen at " + setting.host()
                    + ":" + setting.port() + ". Choose a port that is free."));
        }
    }

    Telemetry telemetry() {
        return telemetry;
    }

    HubHealth health() {
        return health;
    }

    int port() {
        return door.port();
    }

    /** The database is open. */
    void database(HikariDataSource pool) {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        telemetry.connections(state -> count(connections, state), pool.getMaximumPoolSize());
        health.reached(HubHealth.Phase.UNFINISHED);
    }

    private static int count(HikariPoolMXBean pool, Connections state) {
        return switch (state) {
            case ACTIVE -> pool.getActiveConnections();
            case IDLE -> pool.getIdleConnections();
            case PENDING -> pool.getThreadsAwaitingConnection();
        };
    }

    /** A delivery was tried. */
    void delivered(OutgoingFolder folder, Handover handover) {
        boolean there = handover instanceof Handover.Delivered || handover instanceof Handover.AlreadyThere;
        telemetry.delivered(
                folder == OutgoingFolder.RECEIPTS ? Delivered.RECEIPT : Delivered.OUTCOME,
                there ? Result.DELIVERED : Result.FAILED);
    }

    /** So many notices were sent. */
    void noticed(int sent) {
        for (int i = 0; i < sent; i++) {
            telemetry.delivered(Delivered.NOTICE, Result.DELIVERED);
        }
    }

    /** Reads the figures of feeds and queues anew; a database that does not answer leaves them as they were. */
    void look() {
        try {
            Database database = hub.database();
            Instant now = hub.clock().instant();
            JooqFeedBoard feeds = new JooqFeedBoard(database);
            Board board = new Board(feeds.standings(), feeds.alarms(), new JooqBacklog(database).feeds(), now);
            telemetry.look(board);
            health.looked(board);
        } catch (RuntimeException failed) {
            LoggerFactory.getLogger(HubWatch.class)
                    .error(
                            "While reading the figures of feeds: {}",
                            failed.getClass().getName());
        }
        telemetry.look(health.ready());
        health.rounded();
    }

    @Override
    public void close() {
        door.close();
        health.close();
        telemetry.close();
    }
}
