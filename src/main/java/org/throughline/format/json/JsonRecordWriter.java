package org.throughline.format.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.throughline.format.RecordWriter;

/**
 * Writes records as JSON objects, one after the other: an array of them, or one a line (NDJSON). Every value is a text, as
 * the cell has it, so that no reader takes a key with leading zeros for a number; an empty cell is null.
 */
public final class JsonRecordWriter implements RecordWriter {
    private static final int FIRST_PRINTABLE = ' ';

    private final Writer out;
    private final List<String> header;
    private final boolean lines;
    private boolean began;

    private JsonRecordWriter(Writer out, List<String> header, boolean lines) {
        this.out = out;
        this.header = List.copyOf(header);
        this.lines = lines;
    }

    /** Writes an array of objects to the stream, which closing this writer closes. */
    public static JsonRecordWriter array(OutputStream out, List<String> header) {
        return new JsonRecordWriter(utf8(out), header, false);
    }

    /** Writes one object a line to the stream, which closing this writer closes. */
    public static JsonRecordWriter lines(OutputStream out, List<String> header) {
        return new JsonRecordWriter(utf8(out), header, true);
    }

    private static Writer utf8(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
    }

    @Override
    public void write(List<String> cells) throws IOException {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(
                    "The record has " + cells.size() + " cells, the header has " + header.size() + ".");
        }
        out.write(lines ? "" : began ? ",\n" : "[\n");
        began = true;
        for (int index = 0; index < cells.size(); index++) {
            out.write(index == 0 ? '{' : ',');
            text(header.get(index));
            out.write(':');
            if (cells.get(index).isEmpty()) {
                out.write("null");
            } else {
                text(cells.get(index));
            }
        }
        out.write(lines ? "}\n" : "}");
    }

    private void text(String value) throws IOException {
        out.write('"');
        for (int index = 0; index < value.length(); index++) {
            char letter = value.charAt(index);
            if (letter == '"' || letter == '\\') {
                out.write('\\');
                out.write(letter);
            } else if (letter < FIRST_PRINTABLE) {
                out.write(String.format("\\u%04x", (int) letter));
            } else {
                out.write(letter);
            }
        }
        out.write('"');
    }

    @Override
    public void close() throws IOException {
        try (Writer closing = out) {
            if (!lines) {
                closing.write(began ? "\n]\n" : "[]\n");
            }
        }
    }
}
