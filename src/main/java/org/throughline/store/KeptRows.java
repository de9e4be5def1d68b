package org.throughline.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Rows in PostgreSQL's text format for COPY, one a line, kept on the hub's side until it is decided which of them are stored: in
 * memory while they are few, then in a temporary file.
 */
final class KeptRows implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 20;
    private static final int BLOCK = 1 << 16;

    private final ByteArrayOutputStream latest = new ByteArrayOutputStream(1 << 10);
    private FileChannel earlier;

    /** Keeps one row whose first column is this number. */
    void add(long number, byte[] rest) {
        byte[] first = (number + "\t").getBytes(StandardCharsets.US_ASCII);
        latest.write(first, 0, first.length);
        add(rest);
    }

    /** Keeps one row, which ends with its line feed and holds no other. */
    void add(byte[] row) {
        latest.write(row, 0, row.length);
        if (latest.size() >= IN_MEMORY) {
            try {
                putAside();
            } catch (IOException failed) {
                throw new UncheckedIOException(
                        "Rows of a load cannot be kept in the folder of temporary files", failed);
            }
        }
    }

    private void putAside() throws IOException {
        if (earlier == null) {
            earlier = TemporaryFile.open();
        }
        latest.writeTo(Channels.newOutputStream(earlier));
        latest.reset();
    }

    /** The rows with these numbers, counted from 0 as they came; none may be added while they are read. */
    Picked picked(BitSet wanted) {
        return new Picked(wanted);
    }

    /** Some of the rows, in their order, to be read once. */
    final class Picked {
        private final BitSet wanted;
        private byte[] block = new byte[BLOCK];
        private int start;
        private int end;
        private long read;
        private boolean last;
        private int row;

        private Picked(BitSet wanted) {
            this.wanted = wanted;
        }

        /** Writes the next rows, so many at most; returns how many, fewer only at the end. */
        int write(int most, OutputStream out) throws IOException {
            int written = 0;
            while (written < most && (start < end || fill())) {
                int stop = start;
                while (stop < end && block[stop] != '\n') {
                    stop++;
                }
                boolean whole = stop < end;
                stop += whole ? 1 : 0;
                if (wanted.get(row)) {
                    out.write(block, start, stop - start);
                    written += whole ? 1 : 0;
                }
                row += whole ? 1 : 0;
                start = stop;
            }
            return written;
        }

        private boolean fill() throws IOException {
            start = 0;
            end = earlier == null ? 0 : Math.max(0, earlier.read(ByteBuffer.wrap(block), read));
            read += end;
            if (end == 0 && !last) {
                last = true;
                block = latest.toByteArray();
                end = block.length;
            }
            return end > 0;
        }
    }

    @Override
    public void close() throws IOException {
        if (earlier != null) {
            earlier.close();
        }
    }
}
