package org.throughline.format.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.throughline.format.RecordWriter;

/**
 * Writes an Excel workbook of one sheet, row by row, in constant memory. Every cell is text, so that no spreadsheet evaluates
 * it or drops its zeros; the same rows give the same bytes.
 */
public final class XlsxWriter implements RecordWriter {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Writer sheet;
    private long row;

    private XlsxWriter(ZipOutputStream zip) {
        this.zip = zip;
        this.sheet = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
    }

    /**
     * Writes to the stream, which closing this writer closes.
     *
     * @param title of the sheet, up to 31 characters
     */
    public static XlsxWriter open(OutputStream out, String title) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        XlsxWriter writer = new XlsxWriter(zip);
        for (WrittenPart part : WrittenPart.around(title)) {
            writer.start(part.name());
            writer.sheet.write(part.content());
            writer.sheet.flush();
        }
        writer.start(WrittenPart.SHEET);
        writer.sheet.write(WrittenPart.SHEET_START);
        return writer;
    }

    /** True where a sheet has room for this many rows, the header among them, and a cell for each of the texts. */
    public static boolean fits(long rows, Stream<String> cells) {
        return rows <= CellReference.MOST_ROWS
                && cells.allMatch(cell -> Escapes.encode(cell).length() <= WrittenPart.LONGEST_TEXT);
    }

    private void start(String part) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
    }

    @Override
    public void write(List<String> cells) throws IOException {
        row++;
        if (row > CellReference.MOST_ROWS || cells.size() > CellReference.MOST_COLUMNS) {
            throw new IOException(String.format(
                    "An Excel sheet holds %,d rows of %,d columns; row %,d with %,d columns does not fit.",
                    CellReference.MOST_ROWS, CellReference.MOST_COLUMNS, row, cells.size()));
        }
        sheet.write("<row r=\"" + row + "\">");
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                write(cells.get(column), column);
            }
        }
        sheet.write("</row>");
    }

    private void write(String cell, int column) throws IOException {
        if (cell.length() > WrittenPart.LONGEST_TEXT) {
            throw new IOException(String.format(
                    "A cell of an Excel sheet holds %,d characters; one of row %,d has %,d.",
                    WrittenPart.LONGEST_TEXT, row, cell.length()));
        }
        sheet.write("<c r=\"" + CellReference.letters(column) + row + "\" s=\"1\" t=\"inlineStr\"><is><t"
                + " xml:space=\"preserve\">");
        sheet.write(WrittenPart.escaped(Escapes.encode(cell)));
        sheet.write("</t></is></c>");
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            sheet.write(WrittenPart.SHEET_END);
            sheet.flush();
            zip.closeEntry();
        }
    }
}
