package org.throughline.format.delimited;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import org.throughline.format.RecordWriter;

/**
 * Writes delimited text (RFC 4180): CRLF after every record, quotes where they are needed, the first encoding of the
 * dialect. A character which that encoding lacks is an error, never a question mark.
 */
public final class DelimitedWriter implements RecordWriter {
    private static final String LINE_END = "\r\n";

    private final Writer out;
    private final CellText text;

    private DelimitedWriter(Writer out, CellText text) {
        this.out = out;
        this.text = text;
    }

    /** Writes to the stream, which closing this writer closes. */
    public static DelimitedWriter open(OutputStream out, Dialect dialect, FormulaPolicy formulas) {
        Writer writer = new BufferedWriter(
                new OutputStreamWriter(out, dialect.encodings().get(0).newEncoder()));
        return new DelimitedWriter(writer, new CellText(dialect, formulas));
    }

    /** Writes one record, or the header. */
    @Override
    public void write(List<String> cells) throws IOException {
        out.write(text.record(cells));
        out.write(LINE_END);
    }

    /** Hands on what is written so far; the stream stays open. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
