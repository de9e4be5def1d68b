package org.throughline.format.xlsx;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.utils.InputStreamStatistics;
import org.throughline.format.UnreadableException;

/**
 * The bytes of one part while they are unpacked. It ends with an {@link UnreadableException} where they are too many, unfold
 * beyond the ratio, or disagree with the directory, whose sizes may lie.
 */
final class PartStream extends InputStream {
    private final InputStream unpacked;
    private final ZipArchiveEntry entry;
    private final PartLimits limits;
    private final Refusal refusal;
    private final CRC32 checksum = new CRC32();
    private long count;

    PartStream(InputStream unpacked, ZipArchiveEntry entry, PartLimits limits, Refusal refusal) {
        this.unpacked = unpacked;
        this.entry = entry;
        this.limits = limits;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = unpack(bytes, from, length);
        if (read < 0) {
            checkEnd();
            return read;
        }
        checksum.update(bytes, from, read);
        count += read;
        checkSize();
        return read;
    }

    private int unpack(byte[] bytes, int from, int length) throws IOException {
        try {
            return unpacked.read(bytes, from, length);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw unreadable("cannot be unpacked: the file is damaged");
        }
    }

    private void checkSize() throws UnreadableException {
        if (count > entry.getSize()) {
            throw unreadable(String.format("holds more than the %,d bytes that the directory says", entry.getSize()));
        }
        if (count > limits.partBytes()) {
            throw unreadable(String.format("holds more than %,d bytes", limits.partBytes()));
        }
        if (count > limits.ratioFrom() && count / limits.ratio() >= packedBytes()) {
            throw unreadable(String.format("unfolds to %,d times its size or more", limits.ratio()));
        }
    }

    private long packedBytes() {
        return unpacked instanceof InputStreamStatistics statistics
                ? statistics.getCompressedCount()
                : entry.getCompressedSize();
    }

    private void checkEnd() throws UnreadableException {
        if (count != entry.getSize() || checksum.getValue() != entry.getCrc()) {
            throw unreadable("disagrees with its size or checksum: the file is damaged");
        }
    }

    private UnreadableException unreadable(String fault) {
        return refusal.refused("The part " + Refusal.shown(entry.getName()) + " of the workbook " + fault + ".");
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
