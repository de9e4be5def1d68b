package org.throughline.format.zip;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bundle member by member, such as the annotated members of a delivery. The same members give the same bytes: every
 * entry bears the first date that a zip can hold.
 */
public final class BundleWriter implements Closeable {
    private static final LocalDateTime FIRST_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    private BundleWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** Writes to the stream, which closing this writer closes. */
    public static BundleWriter open(OutputStream out) {
        return new BundleWriter(new ZipOutputStream(out));
    }

    /** Begins a member; closing the stream ends it, and must happen before the next one begins. */
    public OutputStream member(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIRST_DATE);
        zip.putNextEntry(entry);
        return new MemberStream(zip);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Ends the entry, not the archive, when it is closed. */
    private static final class MemberStream extends FilterOutputStream {
        private final ZipOutputStream zip;

        MemberStream(ZipOutputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            zip.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
        }
    }
}
