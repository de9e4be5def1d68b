package org.throughline.format.fixedwidth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.List;
import org.throughline.format.RecordWriter;

/**
 * Writes fixed width text: CRLF after every record, text filled with blanks, numbers with zeros. A cell that does not fit is an
 * error, never cut; so is a character which the encoding lacks.
 */
public final class FixedWidthWriter implements RecordWriter {
    private static final String LINE_END = "\r\n";

    private final Writer out;
    private final FixedLayout layout;

    private FixedWidthWriter(Writer out, FixedLayout layout) {
        this.out = out;
        this.layout = layout;
    }

    /** Writes to the stream, which closing this writer closes. */
    public static FixedWidthWriter open(OutputStream out, Charset charset, FixedLayout layout) {
        return new FixedWidthWriter(new BufferedWriter(new OutputStreamWriter(out, charset.newEncoder())), layout);
    }

    /** True where every cell can be written at its place. */
    public static boolean fits(FixedLayout layout, List<String> cells) {
        if (cells.size() != layout.fields().size()) {
            return false;
        }
        for (int index = 0; index < cells.size(); index++) {
            FixedField field = layout.fields().get(index);
            boolean sound = field.number().isPresent() || isText(cells.get(index), field);
            if (!sound) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(String cell, FixedField field) {
        boolean blanks = cell.endsWith(" ");
        return cell.length() <= field.length() && !blanks && cell.chars().noneMatch(letter -> letter < ' ');
    }

    @Override
    public void write(List<String> cells) throws IOException {
        if (cells.size() != layout.fields().size()) {
            throw new IllegalArgumentException("The record has " + cells.size() + " cells, the layout has "
                    + layout.fields().size() + ".");
        }
        StringBuilder line = new StringBuilder(layout.end());
        for (int index = 0; index < cells.size(); index++) {
            FixedField field = layout.fields().get(index);
            fill(line, field.start() - 1);
            line.append(written(field, cells.get(index)));
        }
        fill(line, layout.end());
        out.append(line).append(LINE_END);
    }

    private static String written(FixedField field, String cell) {
        if (field.number().isPresent()) {
            return field.number().get().written(cell, field.length());
        }
        if (!isText(cell, field)) {
            throw new IllegalArgumentException("A cell of " + cell.length() + " characters cannot stand in the field "
                    + field.name() + " of " + field.length() + ": it is too long, ends in a blank or holds a control"
                    + " character.");
        }
        return cell;
    }

    private static void fill(StringBuilder line, int end) {
        line.append(" ".repeat(Math.max(0, end - line.length())));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
