package org.throughline.describe;

import java.util.List;

/** Writes texts and tables so that a browser shows them as they are. */
final class Html {

    private Html() {}

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String table(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<table>\n");
        table.append(row(head, "th"));
        rows.forEach(row -> table.append(row(row, "td")));
        return table.append("</table>\n").toString();
    }

    private static String row(List<String> cells, String kind) {
        StringBuilder row = new StringBuilder("<tr>");
        cells.forEach(cell -> row.append("<" + kind + ">").append(text(cell)).append("</" + kind + ">"));
        return row.append("</tr>\n").toString();
    }
}
