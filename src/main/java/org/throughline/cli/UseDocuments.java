package org.throughline.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.coverage.StoredRecords;
import org.throughline.coverage.UsedColumn;

/** How the use of columns is told. */
final class UseDocuments {
    private final List<UsedColumn> columns;

    UseDocuments(List<UsedColumn> columns) {
        this.columns = columns;
    }

    Map<String, Object> document() {
        return Document.of("columns", columns.stream().map(UseDocuments::column).toList())
                .map();
    }

    private static Map<String, Object> column(UsedColumn column) {
        return Document.of("sender", column.sender())
                .with("mapping", column.mapping())
                .with("member", column.member())
                .with("column", column.column())
                .with("key_required_or_checked", column.agreed())
                .with("used_by", column.by().stream().map(UseDocuments::use).toList())
                .map();
    }

    private static Map<String, Object> use(StoredRecords.Used use) {
        return Document.of("what", use.user())
                .with("times", use.times())
                .with("last", use.last().toString())
                .map();
    }

    List<String> lines() {
        return columns.stream()
                .map(column -> column.mapping() + " " + column.member() + " " + column.column() + ": " + said(column))
                .toList();
    }

    private static String said(UsedColumn column) {
        String agreed = column.agreed() ? "a key, required or checked; " : "";
        return column.by().isEmpty()
                ? agreed + "used by nothing in the last year"
                : agreed
                        + column.by().stream()
                                .map(use -> use.user() + " " + Counted.of(use.times(), "time") + ", last " + use.last())
                                .collect(Collectors.joining("; "));
    }
}
