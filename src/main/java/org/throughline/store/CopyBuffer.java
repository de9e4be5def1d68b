package org.throughline.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table by COPY, in PostgreSQL's text format. Holds about a megabyte at most. */
final class CopyBuffer {
    private static final int FLUSH_AT = 1 << 20;
    private static final int FIRST_SIZE = 1 << 12;

    private final Connection connection;
    private final String statement;
    private byte[] rows = new byte[FIRST_SIZE];
    private int length;

    CopyBuffer(Connection connection, String table, List<String> columns) {
        this.connection = connection;
        this.statement = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
    }

    /** Adds a row whose first column is this number. */
    void row(long number, byte[] rest) {
        append(number);
        row(rest);
    }

    /** Adds a row whose first columns are these numbers. */
    void row(long first, long second, byte[] rest) {
        append(first);
        append(second);
        row(rest);
    }

    private void append(long number) {
        append(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        append(new byte[] {'\t'});
    }

    /** Adds a row as it was written. */
    void row(byte[] row) {
        append(row);
        if (length >= FLUSH_AT) {
            flush();
        }
    }

    private void append(byte[] bytes) {
        if (length + bytes.length > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(length + bytes.length, rows.length * 2));
        }
        System.arraycopy(bytes, 0, rows, length, bytes.length);
        length += bytes.length;
    }

    /** Sends what is held. */
    void flush() {
        if (length == 0) {
            return;
        }
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            copy.writeToCopy(rows, 0, length);
            copy.endCopy();
            length = 0;
        } catch (SQLException e) {
            throw new DataAccessException("COPY failed with SQL state " + e.getSQLState(), SqlState.only(e));
        }
    }
}
