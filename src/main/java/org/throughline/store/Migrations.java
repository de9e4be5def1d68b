package org.throughline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.exception.DataAccessException;

/** Brings a database to the schema of this version. Runs as the database's owner, never as the hub's role. */
public final class Migrations {
    /** Prefix of the hub's roles where nothing else is configured. */
    public static final String DEFAULT_ROLE_PREFIX = "throughline_";

    private static final String TURN = "7305, 3";

    private Migrations() {}

    /**
     * Applies what is missing.
     *
     * @param owner connections of the database's owner
     * @param rolePrefix prefix of this hub's roles; roles are cluster-wide
     * @return number of migrations applied
     */
    public static int apply(DataSource owner, String rolePrefix) {
        return flyway(owner, rolePrefix).migrate().migrationsExecuted;
    }

    /**
     * Brings a database to this version and does what follows from it, alone: of several processes that start at once one does the
     * work, and the others wait and find it done.
     *
     * @param afterwards work of the owner that no other process may do at the same time
     */
    public static void applyAlone(DataSource owner, String rolePrefix, Runnable afterwards) {
        try (Connection turn = owner.getConnection();
                Statement statement = turn.createStatement()) {
            statement.execute("select pg_advisory_lock(" + TURN + ")");
            try {
                apply(owner, rolePrefix);
                afterwards.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + TURN + ")");
            }
        } catch (SQLException failed) {
            throw new DataAccessException(
                    "The database gives no turn to change its schema, SQL state " + failed.getSQLState());
        }
    }

    /** Number of migrations that are not applied yet. */
    public static int pending(DataSource owner, String rolePrefix) {
        return flyway(owner, rolePrefix).info().pending().length;
    }

    /** False for the login of a person who works with the hub's data and does not own its schema. */
    public static boolean mayApply(DataSource login) {
        return new Database(login)
                .read(jooq -> jooq.fetchOptional(
                                "select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = 'intake'")
                        .map(row -> row.get(0, Boolean.class))
                        .orElse(true));
    }

    private static Flyway flyway(DataSource owner, String rolePrefix) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:schema/migrations")
                .placeholders(Map.of("role_prefix", rolePrefix))
                .schemas("public")
                .load();
    }
}
