package org.throughline.format.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.throughline.format.ByteSource;
import org.throughline.format.EndRecord;
import org.throughline.format.UnreadableException;

/**
 * The parts of a workbook in its zip file. The bytes are copied to a file of the hub's own first, since parts are read in an
 * order that the zip does not have.
 */
final class WorkbookFile implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final long DIRECTORY_BYTES_PER_PART = 1_024;
    private static final String NO_WORKBOOK = "The file is no Excel workbook, or it is cut off.";
    private static final String DAMAGED = "The directory of the workbook cannot be read: the file is damaged.";

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private final PartLimits limits;
    private final Refusal refusal;

    private WorkbookFile(ZipFile zip, PartLimits limits, Refusal refusal) throws UnreadableException {
        this.zip = zip;
        this.limits = limits;
        this.refusal = refusal;
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > limits.parts()) {
            throw refusal.refused(tooMany(limits));
        }
        for (ZipArchiveEntry entry : entries) {
            if (parts.putIfAbsent(key(entry.getName()), entry) != null) {
                throw refusal.refused("The workbook has two parts of the name " + Refusal.shown(entry.getName()) + ".");
            }
        }
    }

    static WorkbookFile open(ByteSource source, PartLimits limits, Refusal refusal) throws IOException {
        FileChannel copy = Scratch.open();
        try {
            copy(source, copy, limits, refusal);
            new FirstBytes(copy, refusal).check();
            return new WorkbookFile(zip(copy, limits, refusal), limits, refusal);
        } catch (IOException e) {
            copy.close();
            throw e;
        }
    }

    private static void copy(ByteSource source, FileChannel copy, PartLimits limits, Refusal refusal)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        try (InputStream bytes = source.open()) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                total += count;
                if (total > limits.fileBytes()) {
                    throw refusal.refused(String.format("The file has more than %,d bytes.", limits.fileBytes()));
                }
                for (ByteBuffer part = ByteBuffer.wrap(buffer, 0, count); part.hasRemaining(); ) {
                    copy.write(part);
                }
            }
        }
        copy.position(0);
    }

    private static ZipFile zip(FileChannel copy, PartLimits limits, Refusal refusal) throws IOException {
        EndRecord end = EndRecord.read(copy).orElseThrow(() -> refusal.refused(NO_WORKBOOK));
        if (end.entries() > limits.parts() || end.directoryBytes() > limits.parts() * DIRECTORY_BYTES_PER_PART) {
            throw refusal.refused(tooMany(limits));
        }
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(copy)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | IllegalArgumentException e) {
            throw refusal.refused(DAMAGED);
        }
    }

    private static String tooMany(PartLimits limits) {
        return String.format("The workbook has more than %,d parts.", limits.parts());
    }

    /** Part names are compared without case (ECMA-376, part 2, 6.2.2.3). */
    private static String key(String name) {
        String plain = name.replace('\\', '/');
        return (plain.startsWith("/") ? plain.substring(1) : plain).toLowerCase(Locale.ROOT);
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** Opens a part; one that is missing ends the reading. */
    PartXml open(String part) throws IOException {
        ZipArchiveEntry entry = parts.get(key(part));
        if (entry == null) {
            throw refusal.refused("The part " + Refusal.shown(part) + " of the workbook is missing.");
        }
        return PartXml.open(new PartStream(bytes(entry), entry, limits, refusal), entry.getName(), refusal);
    }

    /** A workbook's parts are stored or deflated (ECMA-376, part 2); other ways to pack are not unpacked. */
    private InputStream bytes(ZipArchiveEntry entry) throws IOException {
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw refusal.refused(
                    "The part " + Refusal.shown(entry.getName()) + " of the workbook is packed with method "
                            + entry.getMethod() + "; stored or deflated is expected.");
        }
        try {
            return zip.getInputStream(entry);
        } catch (IOException | IllegalArgumentException e) {
            throw refusal.refused("The part " + Refusal.shown(entry.getName()) + " cannot be found in the workbook.");
        }
    }

    /** The entries in the order of the directory. */
    List<ZipArchiveEntry> entries() {
        return new ArrayList<>(Collections.list(zip.getEntries()));
    }

    boolean is(ZipArchiveEntry entry, String part) {
        return key(entry.getName()).equals(key(part));
    }

    /** The bytes of an entry as they are packed. */
    InputStream packed(ZipArchiveEntry entry) throws IOException {
        return zip.getRawInputStream(entry);
    }

    Refusal refusal() {
        return refusal;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
