package org.throughline.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clock of the database's server, which all nodes share. It is asked once a minute; in between this machine counts on. */
final class ServerClock {
    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);
    private static final long TRUSTED = Duration.ofMinutes(1).toNanos();

    private final Database database;
    private Instant asked;
    private long askedAt;

    ServerClock(Database database) {
        this.database = database;
        ask();
    }

    synchronized Instant now() {
        if (System.nanoTime() - askedAt > TRUSTED) {
            askAgain();
        }
        return asked.plusNanos(System.nanoTime() - askedAt);
    }

    /** Where the server is away, the clock counts on from what it knew. */
    private void askAgain() {
        try {
            ask();
        } catch (DataAccessException away) {
            LOG.warn(
                    "The clock of the database could not be asked: {}",
                    away.getClass().getName());
        }
    }

    private void ask() {
        Timestamp at = database.read(
                jooq -> jooq.fetchSingle("select clock_timestamp()").get(0, Timestamp.class));
        asked = at.toInstant();
        askedAt = System.nanoTime();
    }
}
