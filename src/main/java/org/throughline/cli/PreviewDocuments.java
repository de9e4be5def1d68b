package org.throughline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.intake.ReceiptDocument;
import org.throughline.trial.ColumnContents;
import org.throughline.trial.Preview;
import org.throughline.trial.PreviewRow;
import org.throughline.trial.UnmappedCode;

/** A preview in JSON and in lines. */
final class PreviewDocuments {
    private final Preview.Result preview;

    PreviewDocuments(Preview.Result preview) {
        this.preview = preview;
    }

    Map<String, Object> document() {
        return Document.of("mapping", preview.trial().mapping())
                .with("file", preview.trial().file())
                .with("status", preview.trial().status().word())
                .with("records", ReceiptDocument.counts(preview.trial().records()))
                .with("rows", preview.rows().stream().map(PreviewDocuments::row).toList())
                .with(
                        "columns",
                        preview.columns().stream().map(PreviewDocuments::column).toList())
                .with(
                        "unmapped",
                        preview.unmapped().stream()
                                .map(PreviewDocuments::unmapped)
                                .toList())
                .with(
                        "problems",
                        preview.trial().problems().stream()
                                .map(problem -> ReceiptDocument.problem(problem.report()))
                                .toList())
                .map();
    }

    private static Map<String, Object> row(PreviewRow row) {
        return Document.of("file", row.place().member())
                .with("row", row.place().row())
                .with("line", row.place().line())
                .with("state", row.state().word())
                .with("before", named(row.before()))
                .with("after", row.after().stream().map(PreviewDocuments::after).toList())
                .with(
                        "problems",
                        row.problems().stream().map(PreviewDocuments::trouble).toList())
                .map();
    }

    private static Map<String, Object> after(PreviewRow.After after) {
        return Document.of("entity", after.entity())
                .with("key", after.key())
                .with("retracted", after.retracted())
                .with("fields", named(after.fields()))
                .map();
    }

    private static Map<String, Object> trouble(PreviewRow.Trouble trouble) {
        return Document.of("code", trouble.code())
                .with("level", trouble.level())
                .with("column", trouble.column())
                .with("message", trouble.text())
                .map();
    }

    /** A file may name two columns alike; the second then goes under its name and number. */
    private static Map<String, Object> named(List<PreviewRow.Shown> shown) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (PreviewRow.Shown one : shown) {
            String name = named.containsKey(one.name()) ? one.name() + " (" + (named.size() + 1) + ")" : one.name();
            named.put(name, one.text());
        }
        return named;
    }

    private static Map<String, Object> column(ColumnContents column) {
        return Document.of("file", column.member())
                .with("column", column.column())
                .with("used", column.used())
                .with("personal", column.personal())
                .with("records", column.records())
                .with("filled", column.filled())
                .with("distinct", column.distinct())
                .with(
                        "values",
                        column.values().stream()
                                .map(value -> Document.of(value.shape() ? "shape" : "value", value.text())
                                        .with("count", value.count())
                                        .map())
                                .toList())
                .map();
    }

    private static Map<String, Object> unmapped(UnmappedCode code) {
        return Document.of("file", code.member())
                .with("column", code.column())
                .with("codes", code.codeSet())
                .with("other", code.other())
                .with(code.shape() ? "shape" : "code", code.code())
                .with("count", code.count())
                .map();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(preview.trial().file() + " under " + preview.trial().mapping() + " would be "
                + preview.trial().status().word() + "; "
                + ReceiptLines.counts(preview.trial().records()) + ".");
        preview.rows().forEach(row -> lines.addAll(lines(row)));
        String member = "";
        for (ColumnContents column : preview.columns()) {
            if (!column.member().equals(member)) {
                member = column.member();
                lines.add("");
                lines.add("Columns of " + member + ", " + Counted.of(column.records(), "record") + ":");
            }
            lines.add("  " + line(column));
        }
        if (!preview.unmapped().isEmpty()) {
            lines.add("");
            lines.add("Codes that no code set knows:");
            preview.unmapped().forEach(code -> lines.add("  " + line(code)));
        }
        return lines;
    }

    private static List<String> lines(PreviewRow row) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(row.place().member() + " row " + row.place().row() + "  "
                + row.state().word());
        lines.add("  before  " + shown(row.before()));
        for (PreviewRow.After after : row.after()) {
            lines.add("  after   " + after.entity() + " " + after.key() + (after.retracted() ? " taken back" : "")
                    + (after.fields().isEmpty() ? "" : ": " + shown(after.fields())));
        }
        for (PreviewRow.Trouble trouble : row.problems()) {
            lines.add("  " + trouble.level() + " " + trouble.code() + ": " + trouble.text());
        }
        return lines;
    }

    private static String shown(List<PreviewRow.Shown> shown) {
        return shown.stream().map(one -> one.name() + "=" + one.text()).collect(Collectors.joining(" | "));
    }

    private static String line(ColumnContents column) {
        String kind = column.used() ? column.personal() ? " personal," : "" : " not used,";
        long more = column.distinct() - column.values().size();
        return column.column() + ":" + kind + " filled " + column.filled()
                + counts(column, false, "; values ")
                + counts(column, true, "; shapes ")
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String counts(ColumnContents column, boolean shapes, String title) {
        String counts = column.values().stream()
                .filter(value -> value.shape() == shapes)
                .map(value -> value.text() + " " + value.count())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "" : title + counts;
    }

    private static String line(UnmappedCode code) {
        return code.codeSet() + " (" + code.other() + "): " + code.code() + (code.shape() ? " (shape)" : "") + ", "
                + Counted.of(code.count(), "record") + " in column " + code.column() + " of " + code.member();
    }
}
