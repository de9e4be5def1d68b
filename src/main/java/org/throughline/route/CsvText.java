package org.throughline.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows as comma-separated text (RFC 4180), as the hub itself writes them. */
final class CsvText {

    private CsvText() {}

    /** One line; a cell without a value is empty, an empty text is two quotes. */
    static String line(List<Optional<String>> cells) {
        return cells.stream().map(cell -> cell.map(CsvText::quoted).orElse("")).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String cell) {
        boolean plain = !cell.isEmpty() && cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** The rows of a text, the header among them. */
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append(sign);
                at++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (quoted || sign != ',' && sign != '\n' && sign != '\r') {
                cell.append(sign);
            } else if (sign != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                row = ended(sign, row, rows);
            }
        }
        return rows;
    }

    private static List<String> ended(char sign, List<String> row, List<List<String>> rows) {
        if (sign != '\n') {
            return row;
        }
        rows.add(row);
        return new ArrayList<>();
    }
}
