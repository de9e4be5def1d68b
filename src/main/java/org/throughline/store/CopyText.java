package org.throughline.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in PostgreSQL's text format for COPY, as they are written: straight into bytes, since a load writes a few hundred of each
 * row's characters and most of them are as they stand.
 */
final class CopyText {
    private static final int FIRST_SIZE = 1 << 9;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;
    private boolean first = true;

    /** Adds a cell to the current row; null is SQL null. */
    CopyText cell(Object value) {
        separate();
        if (value == null) {
            append('\\');
            append('N');
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** Adds a text array as a cell. */
    CopyText cell(List<String> values) {
        separate();
        append('{');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                append(',');
            }
            append('"');
            escape(quoted(values.get(i)));
            append('"');
        }
        append('}');
        return this;
    }

    private static String quoted(String value) {
        return value.indexOf('"') < 0 && value.indexOf('\\') < 0
                ? value
                : value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private void separate() {
        if (!first) {
            append('\t');
        }
        first = false;
    }

    /** Ends the current row, gives what was written, and begins anew. */
    byte[] taken() {
        append('\n');
        byte[] written = Arrays.copyOf(bytes, length);
        length = 0;
        first = true;
        return written;
    }

    private void append(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    /** Writes characters as they stand as far as they can; the rest, if any, by the letter. */
    private void escape(String value) {
        int count = value.length();
        room(count);
        byte[] into = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '\\' || c > '~') {
                length = at;
                escapeAll(value.substring(i));
                return;
            }
            into[at++] = (byte) c;
        }
        length = at;
    }

    private void escapeAll(String value) {
        StringBuilder text = new StringBuilder(value.length() + 1);
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
        byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }
}
