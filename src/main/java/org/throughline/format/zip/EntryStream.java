package org.throughline.format.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.utils.InputStreamStatistics;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * The bytes of one entry while they are unpacked. It ends with an {@link UnreadableException} where they are more than the
 * directory says, unfold beyond the ratio, or disagree with their checksum: the sizes in a directory may lie.
 */
final class EntryStream extends InputStream {
    private final InputStream unpacked;
    private final ZipArchiveEntry entry;
    private final String member;
    private final Limits limits;
    private final CRC32 checksum = new CRC32();
    private long count;

    EntryStream(InputStream unpacked, ZipArchiveEntry entry, String member, Limits limits) {
        this.unpacked = unpacked;
        this.entry = entry;
        this.member = member;
        this.limits = limits;
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
        } catch (ZipException | EOFException e) {
            throw unreadable("cannot be unpacked: the archive is damaged");
        }
    }

    private void checkSize() throws UnreadableException {
        if (count > entry.getSize()) {
            throw unreadable(String.format("holds more than the %,d bytes that the directory says", entry.getSize()));
        }
        if (count > limits.ratioFrom() && count / limits.ratio() >= packedBytes()) {
            throw unreadable(String.format("unfolds to %,d times its size or more", limits.ratio()));
        }
    }

    private long packedBytes() {
        return ((InputStreamStatistics) unpacked).getCompressedCount();
    }

    private void checkEnd() throws UnreadableException {
        if (count != entry.getSize()) {
            throw unreadable(String.format("holds %,d bytes; the directory says %,d", count, entry.getSize()));
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw unreadable("disagrees with its checksum: the archive is damaged");
        }
    }

    private UnreadableException unreadable(String fault) {
        String shown = new EntryName(member).shown();
        String fact = "The member " + shown + " " + fault + ".";
        return new UnreadableException(Problem.of(ProblemCode.ARCHIVE_REFUSED, Place.member(member), fact));
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
