package org.throughline.format.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.SourceRecord;

/**
 * Reads the largest sheet that a spreadsheet can hold, of 1,048,576 rows and 20 columns, in a Java machine of its own with a
 * small heap: once with inline strings, once with shared strings that are all distinct. No part of the build: it takes
 * minutes. Arguments: a folder for the two workbooks, and the heap, such as {@code 256m}.
 */
public final class HeapMain {
    private static final int ROWS = CellReference.MOST_ROWS;
    private static final int COLUMNS = 20;
    private static final int PART = 1 << 16;

    private HeapMain() {}

    /** Writes each workbook where it is not there yet, and reads it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        if (arguments[1].equals("read")) {
            read(Path.of(arguments[2]));
            return;
        }
        for (boolean shared : List.of(false, true)) {
            Path file = folder.resolve(shared ? "shared.xlsx" : "inline.xlsx");
            if (Files.notExists(file)) {
                write(file, shared);
            }
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process child = new ProcessBuilder(
                            java,
                            "-Xmx" + arguments[1],
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HeapMain.class.getName(),
                            folder.toString(),
                            "read",
                            file.toString())
                    .inheritIO()
                    .start();
            print(file.getFileName() + " with " + arguments[1] + ": exit " + child.waitFor());
        }
    }

    private static void read(Path file) throws IOException {
        long start = System.nanoTime();
        long cells = 0;
        long most = 0;
        try (XlsxReader reader = XlsxReader.open(ByteSource.of(file), "big.xlsx", XlsxLayout.plain())) {
            long records = 0;
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                cells += ((SourceRecord) next.get()).cells().size();
                if (++records % PART == 0) {
                    most = Math.max(most, used());
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        print("%s: %,d bytes, %,d cells in %.0f s, %,d MB of heap at most, garbage included"
                .formatted(file.getFileName(), Files.size(file), cells, seconds, most >> 20));
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void print(String line) {
        System.out.println(line);
    }

    private static void write(Path file, boolean shared) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            Writer text = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
            for (WrittenPart part : WrittenPart.around("Big")) {
                String content = shared ? part.content().replace("styles", "sharedStrings") : part.content();
                boolean styles = shared && part.name().equals("xl/styles.xml");
                part(zip, text, part.name(), styles ? part.content() : content);
            }
            if (shared) {
                writeStrings(zip, text);
            }
            zip.putNextEntry(new ZipEntry(WrittenPart.SHEET));
            text.write(WrittenPart.SHEET_START);
            for (int row = 1; row <= ROWS; row++) {
                writeRow(text, row, shared);
            }
            text.write(WrittenPart.SHEET_END);
            text.flush();
            zip.closeEntry();
        }
    }

    private static void part(ZipOutputStream zip, Writer text, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        text.write(content);
        text.flush();
        zip.closeEntry();
    }

    private static void writeStrings(ZipOutputStream zip, Writer text) throws IOException {
        zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
        text.write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        for (int string = 0; string < ROWS * COLUMNS; string++) {
            text.write("<si><t>" + string(string) + "</t></si>");
        }
        text.write("</sst>");
        text.flush();
        zip.closeEntry();
    }

    private static String string(int number) {
        return "synthetic " + number + " " + Integer.toHexString(number * 0x9E3779B1);
    }

    private static void writeRow(Writer text, int row, boolean shared) throws IOException {
        text.write("<row r=\"" + row + "\">");
        for (int column = 0; column < COLUMNS; column++) {
            int string = (row - 1) * COLUMNS + column;
            text.write("<c r=\"" + CellReference.letters(column) + row + "\" t=\"");
            text.write(
                    shared
                            ? "s\"><v>" + string + "</v></c>"
                            : "inlineStr\"><is><t>" + string(string) + "</t></is></c>");
        }
        text.write("</row>");
    }
}
