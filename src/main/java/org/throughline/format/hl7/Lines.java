package org.throughline.format.hl7;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Divides bytes into lines: at CR, LF, both together, and at the bytes by which MLLP begins and ends a message. Of a line
 * that is longer than the limit the beginning is kept.
 */
final class Lines implements Closeable {
    private static final int BUFFER = 1 << 13;
    private static final int CR = '\r';
    private static final int LF = '\n';
    private static final int BEGIN = 0x0B;
    private static final int END = 0x1C;
    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    private final InputStream bytes;
    private final int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private long number;
    private boolean begun;
    private boolean afterReturn;
    private boolean continues;

    Lines(InputStream bytes, int limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    /**
     * A line.
     *
     * @param number physical line, from 1
     * @param length bytes of it, kept or not
     * @param endsFrame true where the end of an MLLP frame follows
     */
    record Line(long number, byte[] bytes, long length, boolean endsFrame) {

        boolean blank() {
            for (byte one : bytes) {
                if (one != ' ' && one != '\t') {
                    return false;
                }
            }
            return true;
        }

        /** Names no value. */
        @Override
        public String toString() {
            return "Line[" + number + ", " + length + " bytes]";
        }
    }

    /** The next line; null at the end of the input. */
    Line next() throws IOException {
        line.reset();
        long length = 0;
        number += continues ? 0 : 1;
        continues = false;
        while (more()) {
            int end = end();
            keep(end - position, length);
            length += end - position;
            position = end;
            if (end < filled) {
                int ending = buffer[position++];
                afterReturn = ending == CR;
                continues = ending == BEGIN || ending == END;
                return new Line(number, line.toByteArray(), length, ending == END);
            }
        }
        return length == 0 ? null : new Line(number, line.toByteArray(), length, false);
    }

    /** Index of the next byte that ends a line, or of the end of the buffer. */
    private int end() {
        int end = position;
        while (end < filled && !ends(buffer[end])) {
            end++;
        }
        return end;
    }

    private static boolean ends(byte one) {
        return one == CR || one == LF || one == BEGIN || one == END;
    }

    private void keep(int count, long before) {
        int room = (int) Math.max(0, Math.min(count, limit - before));
        line.write(buffer, position, room);
    }

    /** True where there is a byte that does not belong to the line end before. */
    private boolean more() throws IOException {
        boolean more = position < filled || fill();
        if (more && afterReturn && buffer[position] == LF) {
            position++;
            more = position < filled || fill();
        }
        afterReturn = false;
        return more;
    }

    private boolean fill() throws IOException {
        boolean first = !begun;
        begun = true;
        filled = bytes.readNBytes(buffer, 0, BUFFER);
        position = first ? mark() : 0;
        return position < filled;
    }

    private int mark() {
        boolean marked = filled >= MARK.length;
        for (int index = 0; marked && index < MARK.length; index++) {
            marked = (buffer[index] & 0xFF) == MARK[index];
        }
        return marked ? MARK.length : 0;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
