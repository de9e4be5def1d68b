package org.throughline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import org.throughline.HubConfiguration.Login;
import org.throughline.HubConfiguration.Server;
import org.throughline.cli.ExitCode;
import org.throughline.cli.StopException;
import org.throughline.store.Database;
import org.throughline.store.Logins;
import org.throughline.store.Migrations;

/**
 * The hub's connections: those of its daily work as the least-privileged role of the hub, and those of the schema's owner for
 * migrations and set-up. Starts the embedded server where no other is configured.
 */
final class HubDatabase implements AutoCloseable {
    private static final int OWNER_POOL = 4;
    private static final String SESSION = "ApplicationName";
    private static final long CONNECT_MILLIS = 15_000;

    /** A server, or a proxy before it, that takes a call and never greets would otherwise hold up every later call for good. */
    private static final String GREET_SECONDS = "30";

    private final HubConfiguration configuration;
    private final String session = "throughline-" + UUID.randomUUID();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Server server;
    private final HikariDataSource owner;
    private final Lazy<HikariDataSource> hub;

    private HubDatabase(HubConfiguration configuration, String holder) throws IOException {
        this.configuration = configuration;
        this.server =
                configuration.server().isPresent() ? configuration.server().get() : embedded(configuration, holder);
        this.owner = pool(server.owner(), OWNER_POOL, "");
        opened.push(owner);
        this.hub = new Lazy<>(this::openHub);
    }

    /**
     * Opens the database.
     *
     * @param holder who works here, for whoever finds the home locked
     */
    static HubDatabase open(HubConfiguration configuration, String holder) {
        try {
            HomeFolder.make(configuration.home());
            return new HubDatabase(configuration, holder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (PoolInitializationException unreachable) {
            throw new StopException(
                    ExitCode.TRY_LATER,
                    "The database cannot be reached, or refuses the login. Check that the server of THROUGHLINE_DB_URL"
                            + " runs and that user and password are right; doctor says more.");
        }
    }

    private Server embedded(HubConfiguration chosen, String holder) throws IOException {
        opened.push(HomeLock.take(chosen.home(), holder));
        try {
            EmbeddedDatabase embedded = EmbeddedDatabase.start(chosen.home(), chosen.rolePrefix() + "login");
            opened.push(embedded);
            return embedded.server();
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** The name that all connections of this process, and of no other, bear at the server. */
    static String session(HikariDataSource pool) {
        return pool.getDataSourceProperties().getProperty(SESSION);
    }

    /** Connections of the schema's owner. */
    HikariDataSource owner() {
        return owner;
    }

    /** Connections of the hub's own role, to a schema of this version. */
    HikariDataSource hub() {
        return hub.get();
    }

    private HikariDataSource openHub() {
        Login login = server.hub();
        if (Migrations.mayApply(owner)) {
            Migrations.applyAlone(owner, configuration.rolePrefix(), () -> keep(login));
        } else if (Migrations.pending(owner, configuration.rolePrefix()) > 0) {
            throw new StopException(
                    ExitCode.TRY_LATER,
                    "The database is not of this version yet, and the login may not change it. It is brought up to date"
                            + " by the next command of the login that owns it.");
        }
        HikariDataSource pool =
                pool(login, configuration.poolSize(), "; set role " + configuration.rolePrefix() + "hub");
        opened.push(pool);
        return pool;
    }

    private void keep(Login login) {
        if (configuration.server().isEmpty()) {
            Logins.keep(owner, configuration.rolePrefix(), login.user(), login.password());
        } else {
            Logins.allow(owner, configuration.rolePrefix(), login.user());
        }
    }

    private HikariDataSource pool(Login login, int size, String first) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_MILLIS);
        // An address may name the application, too, and would win.
        config.setConnectionInitSql("set application_name = '" + session + "'" + first);
        config.addDataSourceProperty("loginTimeout", GREET_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // Details of the server quote cells, such as the key that is there twice.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty(SESSION, session);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("options", Database.SESSION);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                LoggerFactory.getLogger(HubDatabase.class)
                        .warn(
                                "A part of the database did not close: {}",
                                failed.getClass().getName());
            }
        }
    }
}
