package org.throughline.route;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.throughline.intake.Channel;
import org.throughline.problem.ProblemCode;

/** A partner's table, as its database describes it, and the statements that write a row under its key. */
final class JdbcTable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Channel channel;
    private final String quote;
    private final String name;
    private final List<Column> columns;
    private final List<String> key;

    private JdbcTable(Channel channel, String quote, String name, List<Column> columns) {
        this.channel = channel;
        this.quote = quote;
        this.name = name;
        this.columns = columns;
        this.key = names(channel, "key");
    }

    /**
     * A column that is written.
     *
     * @param position where its value stands in a row of the file
     * @param type as java.sql.Types names it
     */
    record Column(String name, int position, int type) {}

    /** The table of a channel, for a file with this header; refused with everything that does not fit. */
    static JdbcTable of(Connection connection, Channel channel, List<String> header)
            throws SQLException, RefusedException {
        DatabaseMetaData database = connection.getMetaData();
        String[] table = channel.parameter("table").orElseThrow().split("\\.", -1);
        Map<String, String> wanted = wanted(channel, header);
        List<String> faults = new ArrayList<>();
        Arrays.stream(table).filter(part -> !NAME.matcher(part).matches()).forEach(part -> faults.add(unfit(part)));
        wanted.values().stream().filter(part -> !NAME.matcher(part).matches()).forEach(part -> faults.add(unfit(part)));
        refuse(channel, faults);
        Map<String, Integer> types = types(database, table);
        List<Column> columns = new ArrayList<>();
        wanted.forEach((source, target) -> {
            if (!header.contains(source)) {
                faults.add("The file has no column `" + source + "`.");
            } else if (!types.containsKey(target)) {
                faults.add("The table has no column `" + target + "`.");
            } else {
                columns.add(new Column(target, header.indexOf(source), types.get(target)));
            }
        });
        names(channel, "key").stream()
                .filter(part -> !wanted.containsValue(part))
                .forEach(part -> faults.add("The column `" + part + "` of the key is not written."));
        refuse(channel, faults);
        String quote = database.getIdentifierQuoteString().strip();
        String name = Arrays.stream(table).map(part -> quote + part + quote).collect(Collectors.joining("."));
        return new JdbcTable(channel, quote, name, columns);
    }

    private static String unfit(String part) {
        return "A name of " + part.length() + " characters is no name of a table or column.";
    }

    private static void refuse(Channel channel, List<String> faults) throws RefusedException {
        if (!faults.isEmpty()) {
            throw new RefusedException(
                    ProblemCode.DATABASE_COLUMNS, "Channel " + channel.id() + ": " + String.join(" ", faults), true);
        }
    }

    /** Column of the table by column of the file; all of the file's, by their own names, where none are stated. */
    private static Map<String, String> wanted(Channel channel, List<String> header) {
        Map<String, String> wanted = new LinkedHashMap<>();
        if (channel.parameter("columns").isEmpty()) {
            header.forEach(column -> wanted.put(column, column));
        }
        for (String pair : names(channel, "columns")) {
            String[] sides = pair.split("=", 2);
            wanted.put(sides[0].strip(), sides[sides.length - 1].strip());
        }
        return wanted;
    }

    private static List<String> names(Channel channel, String parameter) {
        return channel.parameter(parameter).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Map<String, Integer> types(DatabaseMetaData database, String[] table) throws SQLException {
        Map<String, Integer> types = new HashMap<>();
        String escape = database.getSearchStringEscape();
        String schema = table.length > 1 ? table[0].replace("_", escape + "_") : null;
        try (ResultSet found =
                database.getColumns(null, schema, table[table.length - 1].replace("_", escape + "_"), "%")) {
            while (found.next()) {
                types.put(found.getString("COLUMN_NAME"), found.getInt("DATA_TYPE"));
            }
        }
        return types;
    }

    List<Column> columns() {
        return columns;
    }

    /** The columns beside the key, and then the key: the order in which an update binds them. */
    List<Column> updateOrder() {
        List<Column> order = new ArrayList<>(beside());
        columns.stream().filter(this::inKey).forEach(order::add);
        return order;
    }

    private boolean inKey(Column column) {
        return key.contains(column.name());
    }

    private List<Column> beside() {
        return columns.stream().filter(column -> !inKey(column)).toList();
    }

    String insert() {
        return "insert into " + name + " (" + list(columns, this::quoted, ", ") + ") values ("
                + list(columns, column -> "?", ", ") + ")";
    }

    /** An insert that becomes an update where the key is there (PostgreSQL). */
    String upsert() {
        String conflict = " on conflict (" + key.stream().map(this::quoted).collect(Collectors.joining(", ")) + ") do ";
        return insert()
                + conflict
                + (beside().isEmpty()
                        ? "nothing"
                        : "update set "
                                + list(beside(), column -> quoted(column) + " = excluded." + quoted(column), ", "));
    }

    /** Sets what stands beside the key; a key alone is set to itself, so that its row is counted. */
    String update() {
        List<Column> keys = columns.stream().filter(this::inKey).toList();
        String set = beside().isEmpty()
                ? quoted(keys.get(0)) + " = " + quoted(keys.get(0))
                : list(beside(), column -> quoted(column) + " = ?", ", ");
        return "update " + name + " set " + set + " where " + list(keys, column -> quoted(column) + " = ?", " and ");
    }

    private String quoted(Column column) {
        return quoted(column.name());
    }

    private String quoted(String part) {
        return quote + part + quote;
    }

    private static String list(List<Column> columns, Function<Column, String> form, String between) {
        return columns.stream().map(form).collect(Collectors.joining(between));
    }

    /** The values of a row by column; a value that is not there is NULL. */
    Map<String, Object> values(List<String> row, int number) throws RefusedException {
        Map<String, Object> values = new HashMap<>();
        for (Column column : columns) {
            String text = column.position() < row.size() ? plain(row.get(column.position())) : "";
            if (text.isEmpty()) {
                continue;
            }
            values.put(
                    column.name(),
                    value(column, text)
                            .orElseThrow(() -> new RefusedException(
                                    ProblemCode.DATABASE_COLUMNS,
                                    "Channel " + channel.id() + ": row " + number + " holds something that the column `"
                                            + column.name() + "` of the table cannot hold.",
                                    true)));
        }
        return values;
    }

    /** The file marks what a spreadsheet would take for a formula; a table needs no such mark. */
    private static String plain(String text) {
        boolean marked = text.length() > 1 && text.charAt(0) == '\'' && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0;
        return marked ? text.substring(1) : text;
    }

    private static Optional<Object> value(Column column, String text) {
        try {
            return Optional.of(
                    switch (column.type()) {
                        case Types.DATE -> LocalDate.parse(text);
                        case Types.BIT, Types.BOOLEAN -> flag(text);
                        case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                            new BigDecimal(text);
                        default -> text;
                    });
        } catch (RuntimeException unfit) {
            return Optional.empty();
        }
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Neither true nor false.");
        };
    }
}
