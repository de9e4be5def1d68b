package org.throughline.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * The end of central directory record of a zip (APPNOTE 4.3.16; 4.3.14 for Zip64). It is read before the archive is opened,
 * so that a directory of millions of entries is refused unread.
 *
 * @param entries entries of the directory, as the record says
 * @param directoryBytes length of the directory
 */
public record EndRecord(long entries, long directoryBytes) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int SIGNATURE_64 = 0x06064b50;
    private static final int SIZE = 22;
    private static final int LOCATOR_SIZE = 20;
    private static final int SIZE_64 = 56;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int SHORT = 0xFFFF;
    private static final long INT = 0xFFFFFFFFL;

    /** The record of this archive; empty where it has none, or one that does not fit the file. */
    public static Optional<EndRecord> read(FileChannel zip) throws IOException {
        int length = (int) Math.min(zip.size(), SIZE + LOCATOR_SIZE + LONGEST_COMMENT);
        long start = zip.size() - length;
        ByteBuffer tail = bytes(zip, start, length);
        for (int at = length - SIZE; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                return read(zip, tail, at, start);
            }
        }
        return Optional.empty();
    }

    private static Optional<EndRecord> read(FileChannel zip, ByteBuffer tail, int at, long start) throws IOException {
        int locator = at - LOCATOR_SIZE;
        if (locator >= 0 && tail.getInt(locator) == LOCATOR_SIGNATURE) {
            return read64(zip, tail.getLong(locator + 8), start + locator);
        }
        return Optional.of(new EndRecord(tail.getShort(at + 10) & SHORT, tail.getInt(at + 12) & INT));
    }

    private static Optional<EndRecord> read64(FileChannel zip, long at, long locator) throws IOException {
        if (at < 0 || at > locator - SIZE_64) {
            return Optional.empty();
        }
        ByteBuffer end = bytes(zip, at, SIZE_64);
        long directoryBytes = end.getLong(40);
        boolean fits = end.getInt(0) == SIGNATURE_64 && end.getLong(48) == at - directoryBytes;
        return fits ? Optional.of(new EndRecord(end.getLong(32), directoryBytes)) : Optional.empty();
    }

    private static ByteBuffer bytes(FileChannel zip, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int count = 0;
        while (buffer.hasRemaining() && count >= 0) {
            count = zip.read(buffer, from + buffer.position());
        }
        return buffer;
    }
}
