package org.throughline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import org.jooq.exception.DataAccessException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.copy.PGCopyOutputStream;

/** Numbers of rows, and the rows that have them, by COPY from and to the server. */
final class Rows {
    private static final int SENT_AT_ONCE = 1 << 18;

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** The numbers, from 0, that a query of one column finds. */
    BitSet numbers(String query) {
        BitSet numbers = new BitSet();
        try {
            CopyOut copy = unwrapped().getCopyAPI().copyOut("copy (" + query + ") to stdout");
            for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                numbers.set(number(line));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return numbers;
    }

    private static int number(byte[] line) {
        int number = 0;
        for (int i = 0; i < line.length && line[i] != '\n'; i++) {
            number = Math.addExact(Math.multiplyExact(number, 10), line[i] - '0');
        }
        return number;
    }

    /** Copies all of these rows to where the statement says. */
    void copy(KeptRows.Picked rows, String statement) {
        copy(rows, Integer.MAX_VALUE, statement);
    }

    /** Copies the next of these rows, so many at most; returns how many. */
    int copy(KeptRows.Picked rows, int most, String statement) {
        try (PGCopyOutputStream out = new PGCopyOutputStream(unwrapped(), statement, SENT_AT_ONCE)) {
            return write(rows, most, out);
        } catch (SQLException e) {
            throw failure(e);
        } catch (IOException e) {
            throw e.getCause() instanceof SQLException refused ? failure(refused) : new UncheckedIOException(e);
        }
    }

    private static int write(KeptRows.Picked rows, int most, PGCopyOutputStream out) throws SQLException, IOException {
        boolean whole = false;
        try {
            int written = rows.write(most, out);
            whole = true;
            return written;
        } finally {
            if (!whole && out.isActive()) {
                out.cancelCopy();
            }
        }
    }

    private PGConnection unwrapped() throws SQLException {
        return connection.unwrap(PGConnection.class);
    }

    private static DataAccessException failure(SQLException e) {
        return new DataAccessException("COPY failed with SQL state " + e.getSQLState(), SqlState.only(e));
    }
}
