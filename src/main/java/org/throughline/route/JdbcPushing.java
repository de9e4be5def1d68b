package org.throughline.route;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.throughline.intake.Channel;
import org.throughline.problem.ProblemCode;

/**
 * One jdbc-push channel. All rows of a file are written in one transaction, each under its key: the same file again changes
 * nothing. A manifest has no rows; what it says, the hub's own ledger says too.
 */
final class JdbcPushing implements OpenChannel {
    private final Channel channel;
    private final ChannelParts parts;
    private final JdbcDrivers drivers;

    JdbcPushing(Channel channel, ChannelParts parts) {
        this.channel = channel;
        this.parts = parts;
        this.drivers = new JdbcDrivers(parts.setting().drivers());
    }

    @Override
    public synchronized Handover deliver(Parcel parcel) {
        return parts.producer().requestBody("direct:" + ChannelParts.routeId(channel), parcel, Handover.class);
    }

    /** What the channel's route does. */
    Handover write(Parcel parcel) throws IOException {
        if (!parcel.name().endsWith(".csv")) {
            return new Handover.Delivered(parcel.sha256());
        }
        List<List<String>> rows = CsvText.rows(text(parcel));
        try (Connection connection = drivers.connect(channel)) {
            connection.setAutoCommit(false);
            write(connection, rows);
            return new Handover.Delivered(parcel.sha256());
        } catch (SQLException failed) {
            return failed(parcel, JdbcFault.of(channel, failed));
        } catch (RefusedException refused) {
            return failed(parcel, refused);
        }
    }

    private static String text(Parcel parcel) throws IOException {
        return parcel.body() instanceof File file
                ? Files.readString(file.toPath())
                : new String((byte[]) parcel.body(), StandardCharsets.UTF_8);
    }

    private Handover failed(Parcel parcel, RefusedException refused) {
        return new Handover.Failed(parts.tell(
                channel,
                refused.code(),
                "File " + parcel.name() + " was not written; nothing of it stands in the table. "
                        + refused.getMessage()));
    }

    private void write(Connection connection, List<List<String>> rows) throws SQLException, RefusedException {
        try {
            if (rows.isEmpty()) {
                throw new RefusedException(
                        ProblemCode.DATABASE_COLUMNS, "Channel " + channel.id() + ": the file has no header.", true);
            }
            JdbcTable table = JdbcTable.of(connection, channel, rows.get(0));
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                upsert(connection, table, rows);
            } else {
                updateOrInsert(connection, table, rows);
            }
            connection.commit();
        } catch (SQLException | RefusedException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private void upsert(Connection connection, JdbcTable table, List<List<String>> rows)
            throws SQLException, RefusedException {
        try (PreparedStatement insert = prepared(connection, table.upsert())) {
            for (int row = 1; row < rows.size(); row++) {
                bind(insert, table.columns(), table.values(rows.get(row), row));
                insert.executeUpdate();
            }
        }
    }

    private void updateOrInsert(Connection connection, JdbcTable table, List<List<String>> rows)
            throws SQLException, RefusedException {
        try (PreparedStatement update = prepared(connection, table.update());
                PreparedStatement insert = prepared(connection, table.insert())) {
            for (int row = 1; row < rows.size(); row++) {
                Map<String, Object> values = table.values(rows.get(row), row);
                bind(update, table.updateOrder(), values);
                if (update.executeUpdate() == 0) {
                    bind(insert, table.columns(), values);
                    insert.executeUpdate();
                }
            }
        }
    }

    private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(JdbcDrivers.timeoutSeconds(channel));
        return statement;
    }

    private static void bind(PreparedStatement statement, List<JdbcTable.Column> columns, Map<String, Object> values)
            throws SQLException {
        for (int at = 0; at < columns.size(); at++) {
            JdbcTable.Column column = columns.get(at);
            if (values.containsKey(column.name())) {
                statement.setObject(at + 1, values.get(column.name()));
            } else {
                statement.setNull(at + 1, column.type());
            }
        }
    }

    @Override
    public synchronized void close() {
        parts.removeRoute(channel);
    }
}
