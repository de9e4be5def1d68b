package org.throughline.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version. Runs as the database's owner, never as the hub's role. */
public final class Migrations {
    /** Prefix of the hub's roles where nothing else is configured. */
    public static final String DEFAULT_ROLE_PREFIX = "throughline_";

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
