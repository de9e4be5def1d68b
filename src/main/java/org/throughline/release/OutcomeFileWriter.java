package org.throughline.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the rows of an outcome file as CSV (RFC 4180): UTF-8 without a mark, CRLF, a header. A value that a
 * spreadsheet would take for a formula is preceded by an apostrophe.
 */
final class OutcomeFileWriter {
    /** The columns, always all of them. */
    static final List<String> COLUMNS = List.of(
            "client_id",
            "measure",
            "measure_version",
            "status",
            "event_month",
            "event_date",
            "window",
            "observed_through",
            "changed");

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String LINE_END = "\r\n";

    byte[] write(List<OutcomeRow> rows) {
        String text = Stream.concat(Stream.of(COLUMNS), rows.stream().map(OutcomeFileWriter::cells))
                .map(cells -> cells.stream().map(OutcomeFileWriter::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining(LINE_END, "", LINE_END));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(OutcomeRow row) {
        return List.of(
                safe(row.clientKey()),
                row.measure(),
                String.valueOf(row.version()),
                row.status().name(),
                row.eventMonth().map(Object::toString).orElse(""),
                row.eventDate().map(Object::toString).orElse(""),
                row.window(),
                row.observedThrough().map(Object::toString).orElse(""),
                String.valueOf(row.changed()));
    }

    private static String safe(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
