package org.throughline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.testing.TestDatabase;

/**
 * Somebody who may read everything but the fields of canonical records, and of these only the ones given: whatever asks for
 * another field is refused by PostgreSQL.
 */
final class ColumnProbe implements AutoCloseable {
    private final Connection connection;
    private final String role;

    private ColumnProbe(Connection connection, String role) {
        this.connection = connection;
        this.role = role;
    }

    static ColumnProbe of(TestDatabase database, Set<String> fields) throws SQLException {
        var probe = new ColumnProbe(database.owner().getConnection(), database.rolePrefix() + "column_probe");
        probe.connection.setAutoCommit(false);
        probe.run("create role " + probe.role + " nologin");
        probe.run("grant " + probe.role + " to current_user");
        for (var schema : List.of("intake", "canonical", "linkage", "measure", "release", "audit")) {
            probe.run("grant usage on schema " + schema + " to " + probe.role);
            probe.run("grant select on all tables in schema " + schema + " to " + probe.role);
        }
        for (var entity : Entity.values()) {
            probe.hide(entity);
        }
        for (var field : fields) {
            probe.show(field);
        }
        return probe;
    }

    private void hide(Entity entity) throws SQLException {
        var table = entity.schema() + "." + entity.table();
        var names = entity.fields().stream().map(Field::name).collect(Collectors.toSet());
        List<String> others = new ArrayList<>();
        try (var columns = connection.getMetaData().getColumns(null, entity.schema(), entity.table(), null)) {
            while (columns.next()) {
                others.add(columns.getString("COLUMN_NAME"));
            }
        }
        others.removeAll(names);
        run("revoke select on " + table + " from " + role);
        run("grant select (\"" + String.join("\", \"", others) + "\") on " + table + " to " + role);
    }

    private void show(String field) throws SQLException {
        run("grant " + column(field) + " to " + role);
    }

    private static String column(String field) {
        var parts = field.split("\\.");
        return "select (\"%s\") on %s.%s"
                .formatted(parts[1], Entity.named(parts[0]).orElseThrow().schema(), parts[0]);
    }

    /** True where this reads nothing but what may be read. */
    boolean isEnough(Consumer<Database> reading) throws SQLException {
        var before = connection.setSavepoint();
        run("set local role " + role);
        try {
            reading.accept(Database.enclosed(EnclosedConnection.source(connection)));
            return true;
        } catch (RuntimeException refused) {
            if (!refused.getMessage().contains("permission denied")) {
                throw refused;
            }
            return false;
        } finally {
            connection.rollback(before);
        }
    }

    /** True where this reads nothing but what may be read, after one field less may be read. */
    boolean isEnoughWithout(String field, Consumer<Database> reading) throws SQLException {
        var before = connection.setSavepoint();
        run("revoke " + column(field) + " from " + role);
        try {
            return isEnough(reading);
        } finally {
            connection.rollback(before);
        }
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
