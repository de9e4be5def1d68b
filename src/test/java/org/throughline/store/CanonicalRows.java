package org.throughline.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes synthetic canonical rows by plain SQL, past intake, for tests of what comes after it. */
final class CanonicalRows {
    private static final String BELIEF = "content_hash=x; recorded_from=2026-01-01T00:00:00Z";

    private final DataSource source;

    CanonicalRows(DataSource source) {
        this.source = source;
    }

    CanonicalRows sender(String sender, String kind) {
        return insert("intake.sender", "sender=" + sender + "; title=Synthetic; kind=" + kind);
    }

    CanonicalRows client(String sender, String key, String values) {
        return belief("canonical.client_record", sender, "key=" + key + "; " + values);
    }

    CanonicalRows program(String sender, String key, String values) {
        return belief("canonical.program", sender, "name=Synthetic; key=" + key + "; " + values);
    }

    CanonicalRows enrollment(String sender, String key, String values) {
        return belief("canonical.enrollment", sender, "key=" + key + "; " + values);
    }

    CanonicalRows exit(String sender, String enrollment, String values) {
        return belief(
                "canonical.enrollment_exit",
                sender,
                "key=x" + enrollment + "; enrollment_key=" + enrollment + "; " + values);
    }

    CanonicalRows event(String sender, String key, String values) {
        return belief("canonical.admin_event", sender, "key=" + key + "; " + values);
    }

    /** A feed that completes a source to a day. */
    CanonicalRows watermark(String sender, String kindOfSource, String through) {
        insert("intake.feed", "sender=" + sender + "; name=" + kindOfSource.replace('_', '-') + "; mapping=x");
        return run("insert into measure.observed_through (feed_id, source, through, set_at)" + " select max(feed_id), '"
                + kindOfSource + "', '" + through + "', '2026-10-06' from intake.feed");
    }

    CanonicalRows belief(String table, String sender, String values) {
        return insert(table, "sender=" + sender + "; " + BELIEF + "; " + values);
    }

    CanonicalRows insert(String table, String written) {
        Map<String, String> values = new LinkedHashMap<>();
        Stream.of(written.split(";"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2 && !part[1].isBlank())
                .forEach(part -> values.put(part[0].strip(), part[1].strip()));
        var marks = values.values().stream().map(value -> "?").collect(Collectors.joining(", "));
        var sql = "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values (" + marks + ")";
        return run(sql, values.values().toArray(String[]::new));
    }

    CanonicalRows run(String sql, String... values) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
            return this;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of the first row, as text. */
    String ask(String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Untyped, so that the database reads each text as its column's type. */
    private static void bind(PreparedStatement statement, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i], Types.OTHER);
        }
    }
}
