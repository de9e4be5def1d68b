package org.throughline.describe;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.mapping.Outline;

/** What a sender is asked for, as a page for the people who make the file: columns, code words, checks, examples. */
public final class ProviderPage {
    private static final Map<String, String> OUTCOME = Map.of(
            "note", "It is noted.",
            "warn", "The row is taken, with a warning.",
            "hold_row", "The row is held until it is corrected.",
            "hold_file", "The whole file is held.");

    private final Outline outline;
    private final StringBuilder page = new StringBuilder();

    private ProviderPage(Outline outline) {
        this.outline = outline;
    }

    /** The page, in one file without anything beside it. */
    public static String of(Outline outline) {
        return new ProviderPage(outline).page();
    }

    private String page() {
        String title = Html.text(outline.title());
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(title)
                .append("</title>\n"
                        + "<style>body{font-family:sans-serif;max-width:70rem;margin:2rem auto;padding:0"
                        + " 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid"
                        + " #999;padding:.3rem"
                        + " .5rem;text-align:left;vertical-align:top}code{white-space:pre-wrap}</style>\n"
                        + "</head>\n"
                        + "<body>\n"
                        + "<h1>")
                .append(title)
                .append("</h1>\n");
        page.append("<p>Feed <code>")
                .append(Html.text(outline.id()))
                .append("</code>. This page says what is expected of a"
                        + " file. It is made from the rules that the hub uses.</p>\n");
        delivery();
        outline.tables().forEach(this::table);
        return page.append("</body>\n</html>\n").toString();
    }

    private void delivery() {
        List<List<String>> rows = Map.of(
                        "receive.name", "File name (a regular expression)",
                        "receive.content", "A file holds",
                        "receive.complete.done_file", "Done-file beside it",
                        "receive.due.every", "Due every",
                        "receive.due.on", "Due on",
                        "receive.due.by", "Due by",
                        "contract", "Contract")
                .entrySet()
                .stream()
                .filter(entry -> outline.facts().containsKey(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> List.of(entry.getValue(), outline.facts().get(entry.getKey())))
                .toList();
        if (!rows.isEmpty()) {
            page.append("<h2>Delivery</h2>\n").append(Html.table(List.of("What", "Agreed"), rows));
        }
    }

    private void table(Outline.Table table) {
        page.append("<h2>")
                .append(Html.text(table.member()))
                .append(table.required() ? "" : " (may be absent)")
                .append("</h2>\n<p>");
        page.append(Html.text(table.reading().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining("; "))))
                .append("</p>\n");
        columns(table);
        codes(table);
        checks(table);
        examples(table);
    }

    private void columns(Outline.Table table) {
        List<List<String>> rows =
                table.columns().stream().map(column -> row(table, column)).toList();
        page.append("<h3>Columns</h3>\n")
                .append(Html.table(List.of("Column", "Must be filled", "Expected", "Becomes"), rows));
        if (!table.ignored().isEmpty()) {
            page.append("<h3>Columns that are not used</h3>\n")
                    .append(Html.table(
                            List.of("Column", "Why"),
                            table.ignored().entrySet().stream()
                                    .map(entry -> List.of(entry.getKey(), entry.getValue()))
                                    .toList()));
        }
    }

    private static List<String> row(Outline.Table table, Outline.Column column) {
        String names = column.column()
                + (column.aka().isEmpty() ? "" : " (or " + String.join(", ", column.aka()) + ")")
                + (column.optional() ? " (may be absent)" : "");
        String limits = Words.constraints(column).entrySet().stream()
                .filter(entry -> !entry.getKey().equals("required"))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
        String becomes = table.uses().stream()
                .filter(use -> use.fields().contains(column.field()))
                .map(use -> use.entity() + "." + use.target())
                .distinct()
                .collect(Collectors.joining(", "));
        return List.of(
                names,
                column.required() ? "yes" : "",
                column.expected() + (limits.isEmpty() ? "" : "; " + limits),
                becomes);
    }

    private void codes(Outline.Table table) {
        for (Outline.Use use : table.uses()) {
            use.codes().ifPresent(codes -> {
                String column =
                        table.columns(use).stream().map(Outline.Column::column).collect(Collectors.joining(", "));
                page.append("<h3>Words for ").append(Html.text(column)).append("</h3>\n");
                page.append(words(table, codes));
                page.append("<p>Any other word: ")
                        .append(Html.text(other(codes.other())))
                        .append("</p>\n");
            });
        }
    }

    private static String words(Outline.Table table, Outline.Codes codes) {
        String kept = "The hub keeps (" + codes.list() + ")";
        if (!codes.dated()) {
            return Html.table(
                    List.of("You send", kept),
                    codes.codes().stream()
                            .map(code -> List.of(code.theirs(), code.ours()))
                            .toList());
        }
        String words = Html.table(
                List.of("You send", kept, "In force"),
                codes.codes().stream()
                        .map(code -> List.of(code.theirs(), code.ours(), Words.days(code)))
                        .toList());
        return words + "<p>The day that counts: " + Html.text(Words.day(table, codes))
                + ". A word that is not in force on it" + " is as any other word.</p>\n";
    }

    private static String other(String other) {
        return OUTCOME.getOrDefault(
                other,
                other.equals("keep_and_warn")
                        ? "It is kept as it is, with a warning."
                        : "It counts as " + other.replace("other:", "") + ".");
    }

    private void checks(Outline.Table table) {
        if (table.checks().isEmpty()) {
            return;
        }
        page.append("<h3>Checks</h3>\n")
                .append(Html.table(
                        List.of("Check", "You are told", "What then", "What to do"),
                        table.checks().stream()
                                .map(check -> List.of(
                                        check.id(),
                                        check.says(),
                                        OUTCOME.getOrDefault(check.level(), check.level()),
                                        check.guidance()))
                                .toList()));
    }

    private void examples(Outline.Table table) {
        if (table.examples().isEmpty()) {
            return;
        }
        page.append("<h3>Examples</h3>\n<p>Nobody in them exists.</p>\n")
                .append(Html.table(
                        List.of("Example", "Cells", "Outcome"),
                        table.examples().stream()
                                .map(example -> List.of(example.name(), cells(table, example), outcome(example)))
                                .toList()));
    }

    private static String cells(Outline.Table table, Outline.Example example) {
        return table.columns().stream()
                .map(Outline.Column::column)
                .filter(example.given()::containsKey)
                .map(column -> column + ": " + example.given().get(column))
                .collect(Collectors.joining("; "));
    }

    private static String outcome(Outline.Example example) {
        return example.problems().isEmpty() ? "taken" : "told: " + String.join(", ", example.problems());
    }
}
