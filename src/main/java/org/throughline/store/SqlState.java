package org.throughline.store;

import java.sql.SQLException;

/** What may be passed on of a failure of the database whose words may quote a cell: its SQLSTATE. */
final class SqlState {
    private SqlState() {}

    /** The same failure without its words. */
    static SQLException only(SQLException failure) {
        return new SQLException("SQL state " + failure.getSQLState(), failure.getSQLState());
    }
}
