package org.throughline.store;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows in PostgreSQL's text format for COPY, as they are written. */
final class CopyText {
    private final StringBuilder text = new StringBuilder(256);
    private boolean first = true;

    /** Adds a cell to the current row; null is SQL null. */
    CopyText cell(Object value) {
        if (!first) {
            text.append('\t');
        }
        first = false;
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** Adds a text array as a cell. */
    CopyText cell(List<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(quoted(value))
                    .append('"');
        }
        return cell(array.append('}'));
    }

    private static String quoted(String value) {
        return value.indexOf('"') < 0 && value.indexOf('\\') < 0
                ? value
                : value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Ends the current row. */
    void end() {
        text.append('\n');
        first = true;
    }

    /** Ends the current row, gives what was written, and begins anew. */
    byte[] taken() {
        end();
        byte[] written = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return written;
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c < ' ') {
                return false;
            }
        }
        return true;
    }

    private void escape(String value) {
        if (plain(value)) {
            text.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> text.append('\ufffd');
                default -> text.append(c);
            }
        }
    }
}
