package org.throughline.store;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jooq.impl.DSL;

/**
 * What can be asked of a PostgreSQL server about its fitness for the hub.
 *
 * @param version version number, such as 150014
 * @param clockDifference how far the server's clock is ahead of ours; negative where it is behind
 */
public record ServerFacts(int version, Duration clockDifference) {

    /** Asks the server. */
    public static ServerFacts of(DataSource source, Clock clock) {
        return new Database(source).read(jooq -> {
            var version = DSL.field("current_setting('server_version_num')::int", Integer.class);
            var now = DSL.field("clock_timestamp()", OffsetDateTime.class);
            var row = jooq.select(version, now).fetchSingle();
            return new ServerFacts(
                    row.value1(), Duration.between(clock.instant(), row.value2().toInstant()));
        });
    }

    /** True where connections of this pool could change the structure of the hub's schemas. */
    public static boolean mayChangeStructure(DataSource hub) {
        return new Database(hub)
                .read(jooq -> jooq.select(DSL.field(
                                "bool_or(has_schema_privilege(current_user, nspname, 'CREATE'))"
                                        + " or (select rolsuper from pg_roles where rolname = current_user)",
                                Boolean.class))
                        .from("pg_namespace")
                        .where("nspname in ('intake', 'canonical', 'linkage', 'measure', 'release', 'audit')")
                        .fetchSingle()
                        .value1());
    }
}
