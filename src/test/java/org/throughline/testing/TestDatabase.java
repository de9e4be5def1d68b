package org.throughline.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.throughline.store.Database;

/**
 * A database of a test class's own, dropped afterwards. As a static {@code @RegisterExtension} field it lives as long as
 * the class; elsewhere, {@link #open} and {@link #close} do the same by hand.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private final boolean migrated;
    private TestServer server;
    private String name;
    private HikariDataSource hub;
    private HikariDataSource owner;

    /** A database with the schema of this version, created at once on this server instead of the one that tests share. */
    public static TestDatabase migratedAt(String url, String user, String password) {
        TestDatabase database = new TestDatabase(true);
        database.server = new TestServer(url, user, password);
        database.name = database.server.createMigrated();
        return database;
    }

    private TestDatabase(boolean migrated) {
        this.migrated = migrated;
    }

    /** A database with the schema of this version. */
    public static TestDatabase migrated() {
        return new TestDatabase(true);
    }

    /** A database with nothing in it. */
    public static TestDatabase empty() {
        return new TestDatabase(false);
    }

    /** Creates the database. */
    public TestDatabase open() {
        server = TestServer.running();
        name = migrated ? server.createMigrated() : server.createEmpty();
        return this;
    }

    /** A database that is like this one now; nobody may be connected to this one meanwhile. */
    public TestDatabase copy() {
        disconnect();
        TestDatabase copy = new TestDatabase(migrated);
        copy.server = server;
        copy.name = server.createCopy(name);
        return copy;
    }

    private void disconnect() {
        if (hub != null) {
            hub.close();
            hub = null;
        }
        if (owner != null) {
            owner.close();
            owner = null;
        }
    }

    /** Connections that work as the hub's own least-privileged role and hide the server's detail, as the hub's do. */
    public DataSource hub() {
        if (hub == null) {
            hub = pool(Database.SESSION + " -c role=" + rolePrefix() + "hub");
        }
        return hub;
    }

    /** Connections of the database's owner, who may change the structure and pass by row-level security. */
    public DataSource owner() {
        if (owner == null) {
            owner = pool("");
        }
        return owner;
    }

    /** Prefix of the roles in this database; roles belong to the whole server. */
    public String rolePrefix() {
        return server.rolePrefix();
    }

    /** JDBC address, for tests that start the hub as a program. */
    public String url() {
        return server.owner(name).getUrl();
    }

    /** Login of the database's owner, for the same tests. */
    public String user() {
        return server.owner(name).getUser();
    }

    /** Its password. */
    public String password() {
        return server.owner(name).getPassword();
    }

    private HikariDataSource pool(String options) {
        var source = server.owner(name);
        source.setOptions(options);
        source.setLogServerErrorDetail(options.isEmpty());
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        disconnect();
        server.drop(name);
    }
}
