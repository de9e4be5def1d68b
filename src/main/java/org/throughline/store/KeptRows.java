package org.throughline.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;

/**
 * Rows in PostgreSQL's text format for COPY, one a line, kept on the hub's side until it is decided which of them are stored: in
 * memory while they are few, then in a temporary file that nobody else can open and that has no name any more as soon as it is open,
 * where the operating system can.
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
            earlier = open();
        }
        latest.writeTo(Channels.newOutputStream(earlier));
        latest.reset();
    }

    private static FileChannel open() throws IOException {
        Path file = Files.createTempFile("hub-", ".rows");
        try {
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    /** Writes the rows with these numbers, counted from 0 as they came, in this order. */
    void write(BitSet wanted, OutputStream out) throws IOException {
        Picking picking = new Picking(wanted, out);
        if (earlier != null) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            long at = 0;
            for (int read = earlier.read(block, at); read > 0; read = earlier.read(block.clear(), at)) {
                picking.take(block.array(), read);
                at += read;
            }
        }
        picking.take(latest.toByteArray(), latest.size());
    }

    /** Goes through rows and writes those that are wanted, in as long runs as there are. */
    private static final class Picking {
        private final BitSet wanted;
        private final OutputStream out;
        private int row;

        Picking(BitSet wanted, OutputStream out) {
            this.wanted = wanted;
            this.out = out;
        }

        void take(byte[] block, int length) throws IOException {
            boolean on = wanted.get(row);
            int start = 0;
            for (int i = 0; i < length; i++) {
                if (block[i] != '\n') {
                    continue;
                }
                boolean next = wanted.get(++row);
                if (on && !next) {
                    out.write(block, start, i + 1 - start);
                } else if (!on && next) {
                    start = i + 1;
                }
                on = next;
            }
            if (on) {
                out.write(block, start, length - start);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (earlier != null) {
            earlier.close();
        }
    }
}
