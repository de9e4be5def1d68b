package org.throughline.format.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Bytes in a file of the hub's own: written to its end, read from anywhere through a few blocks kept in memory. */
final class ScratchBytes implements Closeable {
    private static final int BLOCK = 1 << 13;
    private static final int BLOCKS = 1 << 10;

    private final FileChannel file;
    private final byte[] tail = new byte[BLOCK];
    private final byte[][] blocks = new byte[BLOCKS][];
    private final long[] numbers = new long[BLOCKS];
    private long size;

    private ScratchBytes(FileChannel file) {
        this.file = file;
        Arrays.fill(numbers, -1);
    }

    static ScratchBytes open() throws IOException {
        return new ScratchBytes(Scratch.open());
    }

    long size() {
        return size;
    }

    void add(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            int at = (int) (size % BLOCK);
            int count = Math.min(bytes.length - from, BLOCK - at);
            System.arraycopy(bytes, from, tail, at, count);
            from += count;
            size += count;
            if (size % BLOCK == 0) {
                write(size - BLOCK);
            }
        }
    }

    private void write(long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(tail);
        while (buffer.hasRemaining()) {
            file.write(buffer, at + buffer.position());
        }
    }

    /** The four bytes here as a number. */
    int length(long at) throws IOException {
        int within = (int) (at % BLOCK);
        if (within + Integer.BYTES > BLOCK) {
            return ByteBuffer.wrap(read(at, Integer.BYTES)).getInt();
        }
        byte[] block = block(at / BLOCK);
        return (block[within] & 0xFF) << 24
                | (block[within + 1] & 0xFF) << 16
                | (block[within + 2] & 0xFF) << 8
                | block[within + 3] & 0xFF;
    }

    byte[] read(long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int count = 0; count < length; ) {
            int within = (int) ((at + count) % BLOCK);
            int part = Math.min(length - count, BLOCK - within);
            System.arraycopy(block((at + count) / BLOCK), within, bytes, count, part);
            count += part;
        }
        return bytes;
    }

    private byte[] block(long number) throws IOException {
        if (number == size / BLOCK) {
            return tail;
        }
        int slot = (int) (number % BLOCKS);
        if (numbers[slot] != number) {
            if (blocks[slot] == null) {
                blocks[slot] = new byte[BLOCK];
            }
            numbers[slot] = number;
            fill(ByteBuffer.wrap(blocks[slot]), number * BLOCK);
        }
        return blocks[slot];
    }

    private void fill(ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("A file of the hub's own is shorter than what was written to it.");
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
