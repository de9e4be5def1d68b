package org.throughline.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.postgresql.PGConnection;

/** Rows on their way into one table by COPY, in PostgreSQL's text format. Holds about a megabyte at most. */
final class CopyBuffer {
    private static final int FLUSH_AT = 1 << 20;

    private final Connection connection;
    private final String statement;
    private final StringBuilder rows = new StringBuilder();
    private boolean first = true;

    CopyBuffer(Connection connection, String table, List<String> columns) {
        this.connection = connection;
        this.statement = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
    }

    /** Adds a cell to the current row; null is SQL null. */
    CopyBuffer cell(Object value) {
        if (!first) {
            rows.append('\t');
        }
        first = false;
        if (value == null) {
            rows.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** Adds a text array as a cell. */
    CopyBuffer cell(List<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(quoted(value))
                    .append('"');
        }
        return cell(array.append('}'));
    }

    private static String quoted(String value) {
        return value.indexOf('"') < 0 && value.indexOf('\\') < 0
                ? value
                : value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Ends the current row. */
    void end() {
        rows.append('\n');
        first = true;
        if (rows.length() >= FLUSH_AT) {
            flush();
        }
    }

    /** Sends what is held. */
    void flush() {
        if (rows.isEmpty()) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(rows.toString()));
            rows.setLength(0);
        } catch (SQLException e) {
            throw new DataAccessException("COPY failed with SQL state " + e.getSQLState(), SqlState.only(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c < ' ') {
                return false;
            }
        }
        return true;
    }

    private void escape(String text) {
        if (plain(text)) {
            rows.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\0' -> rows.append('\ufffd');
                default -> rows.append(c);
            }
        }
    }
}
