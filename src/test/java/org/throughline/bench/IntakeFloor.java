package org.throughline.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.throughline.testing.TestDatabase;

/**
 * What the server alone needs to write what a load keeps, from rows that it holds already: how much of a load is the price of
 * history, states and unique keys, whoever writes them.
 */
final class IntakeFloor {
    private final TestDatabase database;
    private final double peer;
    private final int rows;

    /**
     * A floor.
     *
     * @param rows how many rows the file has
     * @param peer seconds that the peer took for it
     */
    IntakeFloor(TestDatabase database, int rows, double peer) {
        this.database = database;
        this.rows = rows;
        this.peer = peer;
    }

    /** Writes copies of the beliefs and of the states, bare and with their indexes, each in a transaction of its own. */
    void tell() throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            copy(statement, "beliefs, no index", "canonical.client_record", "excluding indexes");
            copy(statement, "beliefs, their indexes", "canonical.client_record", "including indexes");
            copy(statement, "states, no index", "intake.source_record_state", "excluding indexes");
            copy(statement, "states, their indexes", "intake.source_record_state", "including indexes");
        }
    }

    private void copy(Statement statement, String what, String table, String indexes) throws SQLException {
        statement.execute("create table public.floor (like " + table + " " + indexes + ")");
        long start = System.nanoTime();
        int written = statement.executeUpdate("insert into public.floor select * from " + table);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "floor, %d %s: %.1f s; as many as the file has rows: %.1f times psql \\copy%n",
                written, what, seconds, seconds / written * rows / peer);
        statement.execute("drop table public.floor");
    }
}
