package org.throughline.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.format.RecordWriter;
import org.throughline.format.fixedwidth.FixedWidthWriter;
import org.throughline.format.json.JsonRecordWriter;
import org.throughline.format.xlsx.XlsxWriter;

/**
 * Writes the rows of an outcome file: as CSV (RFC 4180), UTF-8 without a mark, CRLF, a header, and an apostrophe before a
 * value that a spreadsheet would take for a formula; as JSON; as an Excel workbook of texts; or as lines of fixed width.
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
    private static final String SHEET = "Outcomes";
    private static final String LINE_END = "\r\n";

    private final OutcomeFormat format;

    OutcomeFileWriter() {
        this(OutcomeFormat.CSV);
    }

    OutcomeFileWriter(OutcomeFormat format) {
        this.format = format;
    }

    byte[] write(List<OutcomeRow> rows) {
        List<List<String>> cells = rows.stream().map(OutcomeFileWriter::cells).toList();
        return switch (format) {
            case CSV -> csv(cells);
            case JSON -> written(cells, out -> JsonRecordWriter.array(out, COLUMNS));
            case XLSX -> written(cells, OutcomeFileWriter::workbook);
            case FIXED_WIDTH ->
                written(cells, out -> FixedWidthWriter.open(out, StandardCharsets.UTF_8, OutcomeLayout.COLUMNS));
        };
    }

    /** True where the format has room for every row. */
    boolean fits(List<OutcomeRow> rows) {
        return switch (format) {
            case CSV, JSON -> true;
            case XLSX ->
                XlsxWriter.fits(
                        rows.size() + 1L,
                        rows.stream().map(OutcomeFileWriter::cells).flatMap(List::stream));
            case FIXED_WIDTH -> rows.stream().map(OutcomeFileWriter::cells).allMatch(OutcomeLayout::fits);
        };
    }

    private static byte[] csv(List<List<String>> rows) {
        String text = Stream.concat(Stream.of(COLUMNS), rows.stream().map(OutcomeFileWriter::harmless))
                .map(cells -> cells.stream().map(OutcomeFileWriter::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining(LINE_END, "", LINE_END));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RecordWriter workbook(OutputStream out) {
        try {
            XlsxWriter writer = XlsxWriter.open(out, SHEET);
            writer.write(COLUMNS);
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException("The outcome file cannot be written", e);
        }
    }

    private static byte[] written(List<List<String>> rows, Function<OutputStream, RecordWriter> opened) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordWriter writer = opened.apply(bytes)) {
            for (List<String> row : rows) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The outcome file cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static List<String> cells(OutcomeRow row) {
        return List.of(
                row.clientKey(),
                row.measure(),
                String.valueOf(row.version()),
                row.status().name(),
                row.eventMonth().map(Object::toString).orElse(""),
                row.eventDate().map(Object::toString).orElse(""),
                row.window(),
                row.observedThrough().map(Object::toString).orElse(""),
                String.valueOf(row.changed()));
    }

    private static List<String> harmless(List<String> cells) {
        return cells.stream().map(OutcomeFileWriter::safe).toList();
    }

    private static String safe(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
