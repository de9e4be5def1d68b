package org.throughline.route;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.Channel;
import org.throughline.intake.ServedElsewhereException;
import org.throughline.problem.ProblemCode;

/**
 * One jdbc-pull channel. The rows of a query become one submission in CSV; how far the table was read is noted only after it is
 * kept.
 */
final class JdbcPulling implements OpenChannel {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcPulling.class);

    private final Channel channel;
    private final JdbcQuery query;
    private final ChannelParts parts;
    private final JdbcDrivers drivers;

    JdbcPulling(Channel channel, JdbcQuery query, ChannelParts parts) {
        this.channel = channel;
        this.query = query;
        this.parts = parts;
        this.drivers = new JdbcDrivers(parts.setting().drivers());
    }

    @Override
    public synchronized Pulled pull() {
        return parts.producer().requestBody("direct:" + ChannelParts.routeId(channel), "", Pulled.class);
    }

    /** What the channel's route does. */
    Pulled read() throws IOException {
        Path file = parts.spool().create();
        try {
            Optional<String> before = parts.setting().marks().mark(channel);
            Rows rows = rows(file, before);
            return submit(file, rows);
        } catch (RefusedException refused) {
            return new Pulled(List.of(), List.of(parts.tell(channel, refused.code(), refused.getMessage())));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** How many rows came, and the greatest watermark among them. */
    private static final class Rows {
        private long count;
        private Optional<Object> greatest = Optional.empty();

        @SuppressWarnings("unchecked")
        void saw(Object value) {
            if (greatest.isEmpty() || ((Comparable<Object>) value).compareTo(greatest.get()) > 0) {
                greatest = Optional.of(value);
            }
        }
    }

    private Rows rows(Path file, Optional<String> before) throws RefusedException, IOException {
        try (Connection connection = drivers.connect(channel)) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (PreparedStatement statement = query.prepare(connection, before)) {
                Optional<ResultSetMetaData> described = Optional.ofNullable(statement.getMetaData());
                if (described.isPresent()) {
                    columns(described.get());
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return write(rows, columns(rows.getMetaData()), file);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw JdbcFault.of(channel, failed);
        }
    }

    /** The columns, where the feed's mapping can read them; nothing is read where it cannot. */
    private List<JdbcColumn> columns(ResultSetMetaData result) throws SQLException, RefusedException {
        List<JdbcColumn> columns = new ArrayList<>();
        for (int place = 1; place <= result.getColumnCount(); place++) {
            columns.add(JdbcColumn.of(result, place));
        }
        List<String> names = columns.stream().map(JdbcColumn::name).toList();
        List<String> faults = new ArrayList<>();
        columns.stream()
                .filter(column -> column.kind() == JdbcColumn.Kind.UNFIT)
                .forEach(column -> faults.add("The column `" + column.name() + "` holds bytes or lists, not text."));
        channel.parameter("watermarkColumn")
                .filter(column -> !names.contains(column))
                .ifPresent(column -> faults.add("The column `" + column + "` of the watermark is not in the result."));
        faults.addAll(parts.setting().headers().faults(channel.feed().orElseThrow(), names));
        if (!faults.isEmpty()) {
            throw new RefusedException(
                    ProblemCode.DATABASE_COLUMNS,
                    "Channel " + channel.id() + " was not read. " + String.join(" ", faults),
                    true);
        }
        return columns;
    }

    private Rows write(ResultSet result, List<JdbcColumn> columns, Path file)
            throws SQLException, IOException, RefusedException {
        Rows rows = new Rows();
        Optional<String> watermark = channel.parameter("watermarkColumn");
        try (BufferedWriter csv = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            csv.write(CsvText.line(
                    columns.stream().map(column -> Optional.of(column.name())).toList()));
            while (result.next()) {
                rows.count++;
                List<Optional<String>> cells = new ArrayList<>();
                for (JdbcColumn column : columns) {
                    Optional<Object> value = column.value(result);
                    cells.add(value.map(JdbcColumn::text));
                    if (watermark.equals(Optional.of(column.name()))) {
                        value.ifPresent(rows::saw);
                    }
                }
                csv.write(CsvText.line(cells));
            }
        } catch (IllegalArgumentException unfit) {
            throw new RefusedException(
                    ProblemCode.DATABASE_COLUMNS,
                    "Channel " + channel.id() + ": row " + rows.count
                            + " of the result holds a number or a day that no text can carry, such as infinity.",
                    true);
        }
        return rows;
    }

    private Pulled submit(Path file, Rows rows) {
        String name = channel.name() + "-" + PulledName.stamp(parts.clock().instant()) + ".csv";
        boolean submitted;
        try {
            submitted = new PulledRows(file, name, rows.count).submit(channel, parts);
        } catch (ServedElsewhereException moved) {
            LOG.info(moved.getMessage());
            return Pulled.NOTHING;
        } catch (RuntimeException ours) {
            LOG.error("What channel {} brought could not be taken in.", channel.id(), ours);
            return new Pulled(
                    List.of(),
                    List.of(parts.tell(
                            channel,
                            ProblemCode.ARRIVAL_FAILED,
                            "The rows of channel " + channel.id() + " arrived, but the hub could not take them in; they"
                                    + " are read again.")));
        }
        rows.greatest.ifPresent(mark -> parts.keep(channel, JdbcColumn.text(mark)));
        return submitted ? new Pulled(List.of(name), List.of()) : Pulled.NOTHING;
    }

    @Override
    public synchronized void close() {
        parts.removeRoute(channel);
    }
}
