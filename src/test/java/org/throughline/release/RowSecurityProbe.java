package org.throughline.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.testing.TestDatabase;

/**
 * Fills every table that a provider's role may read with a row of the sender {@code own} and a row of the sender
 * {@code other}, whatever its columns are, and reads them as the role of {@code own}. Checks and references are
 * switched off in this database only, so that a new table needs nothing here.
 */
final class RowSecurityProbe implements AutoCloseable {
    private static final String REFUSED = "42501";
    private static final List<String> SENDERS = List.of("own", "other");

    private final TestDatabase database;
    private final Connection connection;
    private final String role;

    private RowSecurityProbe(TestDatabase database) throws SQLException {
        this.database = database;
        this.connection = database.owner().getConnection();
        this.role = database.rolePrefix() + "org_" + System.identityHashCode(this);
    }

    static RowSecurityProbe open() throws SQLException {
        var probe = new RowSecurityProbe(TestDatabase.migrated().open());
        probe.owner("create role " + probe.role + " nologin");
        probe.owner("grant " + probe.providerRole() + " to " + probe.role);
        probe.owner("grant " + probe.role + " to current_user");
        for (var sender : SENDERS) {
            probe.owner(
                    "insert into intake.sender (sender, title, kind) values ('%s', 'x', 'provider')".formatted(sender));
        }
        probe.owner("insert into intake.sender_role values ('own', '%s'), ('other', 'nobody')".formatted(probe.role));
        return probe;
    }

    String providerRole() {
        return database.rolePrefix() + "provider";
    }

    void owner(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Tables that the role may read. */
    Set<String> readable() throws SQLException {
        return new TreeSet<>(names("and has_any_column_privilege('%s', c.oid, 'select')".formatted(role)));
    }

    /** Columns that the role may not read of the tables that it may. */
    List<String> hiddenColumns() throws SQLException {
        return column("""
            select a.attrelid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
             where c.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped
               and c.relnamespace::regnamespace::text !~ '^pg_'
               and has_any_column_privilege('%1$s', c.oid, 'select')
               and not has_column_privilege('%1$s', c.oid, a.attnum, 'select')
             order by 1
            """.formatted(role));
    }

    /** What the role sees when it asks for this column. */
    String asked(String column, String table) throws SQLException {
        fill(table);
        return asProvider("select %s from %s".formatted(column, table));
    }

    /** Tables that the role may write. */
    List<String> writable() throws SQLException {
        return names("""
            and (has_table_privilege('%1$s', c.oid, 'insert, update, delete, truncate')
                 or has_any_column_privilege('%1$s', c.oid, 'insert, update'))
            """.formatted(role));
    }

    /** Readable tables that show anything but the one own row, and unreadable ones that do not refuse. */
    List<String> leaks() throws SQLException {
        var readable = readable();
        for (var table : readable) {
            fill(table);
        }
        List<String> leaks = new ArrayList<>();
        for (var table : names("")) {
            var seen = asProvider(query(table));
            var expected = readable.contains(table) ? "1 rows: own" : "refused";
            if (!seen.equals(expected)) {
                leaks.add(table + " shows " + seen);
            }
        }
        return leaks;
    }

    /** Tables, views and partitions of every schema of ours. */
    private List<String> names(String condition) throws SQLException {
        return column("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            """ + condition + " order by 1");
    }

    private String query(String table) throws SQLException {
        var sender = column("sender", table) ? "sender" : "case submission_id when 1 then 'own' else 'other' end";
        return "select %s from %s".formatted(readable().contains(table) ? sender : "'row'", table);
    }

    private String asProvider(String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set role " + role);
            return rows(statement, query);
        } finally {
            owner("reset role");
        }
    }

    private static String rows(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            var senders = new ArrayList<String>();
            while (rows.next()) {
                senders.add(rows.getString(1));
            }
            return senders.size() + " rows: " + String.join(", ", senders);
        } catch (SQLException refusal) {
            if (REFUSED.equals(refusal.getSQLState())) {
                return "refused";
            }
            throw refusal;
        }
    }

    private void fill(String table) throws SQLException {
        if (!column("select 1::text from " + table + " limit 1").isEmpty()) {
            return;
        }
        for (var check : column("select conname from pg_constraint where contype = 'c' and conrelid = '%s'::regclass"
                .formatted(table))) {
            owner("alter table %s drop constraint %s".formatted(table, check));
        }
        owner("set session_replication_role = replica");
        for (var sender : SENDERS) {
            insert(table, sender);
        }
        owner("set session_replication_role = default");
    }

    private void insert(String table, String sender) throws SQLException {
        var values = column("""
            select quote_ident(a.attname) || '=' || case
                when a.attname = 'sender' then quote_literal('SENDER')
                when a.attname = 'submission_id' then 'NUMBER'
                when t.typcategory = 'N' then 'NUMBER'
                when t.typcategory = 'A' then quote_literal('{}')
                when t.typname = 'jsonb' then quote_literal('{}')
                when t.typname = 'bool' then 'false'
                when t.typname = 'bytea' then quote_literal('')
                when t.typcategory in ('D') then quote_literal('2026-01-01')
                else quote_literal('SENDER') end
              from pg_attribute a join pg_type t on t.oid = a.atttypid
             where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped
               and (a.attnotnull or a.attname in ('sender', 'submission_id'))
            """.formatted(table));
        var number = String.valueOf(SENDERS.indexOf(sender) + 1);
        owner("insert into %s (%s) overriding system value values (%s)"
                .formatted(
                        table,
                        values.stream().map(pair -> pair.split("=", 2)[0]).collect(Collectors.joining(", ")),
                        values.stream()
                                .map(pair -> pair.split("=", 2)[1]
                                        .replace("SENDER", sender)
                                        .replace("NUMBER", number))
                                .collect(Collectors.joining(", "))));
    }

    private boolean column(String name, String table) throws SQLException {
        return !column("select 1::text from pg_attribute where attname = '%s' and attrelid = '%s'::regclass"
                        .formatted(name, table))
                .isEmpty();
    }

    private List<String> column(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
