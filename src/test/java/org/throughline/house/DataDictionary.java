package org.throughline.house;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The hub's tables and columns as the database describes them, written out as a page. */
final class DataDictionary {
    private static final String COLUMNS = """
        select n.nspname as schema_name, c.relname as table_name, a.attname as column_name,
               format_type(a.atttypid, a.atttypmod) as column_type, a.attnotnull as required,
               obj_description(n.oid, 'pg_namespace') as schema_comment,
               obj_description(c.oid, 'pg_class') as table_comment,
               col_description(c.oid, a.attnum) as column_comment
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where n.nspname in ('intake', 'canonical', 'linkage', 'measure', 'release', 'audit')
           and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
         order by n.nspname, c.relname, a.attnum
        """;

    private static final String INTRODUCTION = """
        # Data dictionary

        Every table and column of the hub, from the comments in the database itself. Written by a test;
        `mvn verify -Dthroughline.regenerate=true` writes it anew after a migration. A column in **bold** always has a value.
        """;

    private final List<Column> columns;

    private DataDictionary(List<Column> columns) {
        this.columns = columns;
    }

    static DataDictionary of(Connection connection) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.add(column(rows));
            }
        }
        return new DataDictionary(columns);
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                new Commented(row.getString("schema_name"), row.getString("schema_comment")),
                new Commented(row.getString("table_name"), row.getString("table_comment")),
                new Commented(row.getString("column_name"), row.getString("column_comment")),
                row.getString("column_type"),
                row.getBoolean("required"));
    }

    /** Schemas, tables and columns that do not say what they are. */
    List<String> withoutComment() {
        var silent = new ArrayList<String>();
        for (var column : columns) {
            var table = column.schema.name + "." + column.table.name;
            column.schema.addIfSilent(silent, column.schema.name);
            column.table.addIfSilent(silent, table);
            column.column.addIfSilent(silent, table + "." + column.column.name);
        }
        return silent.stream().distinct().toList();
    }

    String asMarkdown() {
        var page = new StringJoiner("\n", INTRODUCTION, "\n");
        var schema = "";
        var table = "";
        for (var column : columns) {
            if (!column.schema.name.equals(schema)) {
                schema = column.schema.name;
                page.add("\n## " + schema + "\n\n" + column.schema.comment);
            }
            var name = schema + "." + column.table.name;
            if (!name.equals(table)) {
                table = name;
                page.add("\n### " + table + "\n\n" + column.table.comment
                        + "\n\n| column | type | meaning |\n|---|---|---|");
            }
            page.add(column.row());
        }
        return page.toString();
    }

    private record Commented(String name, String comment) {
        void addIfSilent(List<String> silent, String path) {
            if (comment == null || comment.isBlank()) {
                silent.add(path);
            }
        }
    }

    private record Column(Commented schema, Commented table, Commented column, String type, boolean required) {
        String row() {
            var mark = required ? "**" : "";
            return "| %s%s%s | %s | %s |".formatted(mark, column.name, mark, type, escaped(column.comment));
        }

        private static String escaped(String comment) {
            return comment == null ? "" : comment.replace("|", "\\|").replace("\n", " ");
        }
    }
}
