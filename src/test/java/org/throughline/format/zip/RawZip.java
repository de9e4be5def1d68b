package org.throughline.format.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;

/** Puts a zip together byte by byte, so that it can lie where no library would. */
final class RawZip {
    private static final int UNIX = 3 << 8;
    private static final int UTF_8_NAMES = 1 << 11;

    private final List<Entry> entries = new ArrayList<>();

    /** What the archive says of an entry, and the packed bytes that it really has; mode 0 stands for an entry made on DOS. */
    record Entry(String name, int flags, int method, int unixMode, byte[] packed, long size, long checksum) {

        static Entry stored(String name, byte[] content) {
            return new Entry(name, UTF_8_NAMES, ZipEntry.STORED, 0100644, content, content.length, sum(content));
        }

        static Entry deflated(String name, byte[] content) {
            return new Entry(
                    name, UTF_8_NAMES, ZipEntry.DEFLATED, 0100644, deflate(content), content.length, sum(content));
        }

        Entry flagged(int more) {
            return new Entry(name, flags | more, method, unixMode, packed, size, checksum);
        }

        Entry packedBy(int otherMethod) {
            return new Entry(name, flags, otherMethod, unixMode, packed, size, checksum);
        }

        Entry ofMode(int otherMode) {
            return new Entry(name, flags, method, otherMode, packed, size, checksum);
        }

        Entry sized(long otherSize) {
            return new Entry(name, flags, method, unixMode, packed, otherSize, checksum);
        }

        Entry summed(long otherChecksum) {
            return new Entry(name, flags, method, unixMode, packed, size, otherChecksum);
        }

        Entry holding(byte[] otherPacked) {
            return new Entry(name, flags, method, unixMode, otherPacked, size, checksum);
        }
    }

    RawZip with(Entry entry) {
        entries.add(entry);
        return this;
    }

    RawZip with(String name) {
        return with(Entry.deflated(name, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            int offset = out.size();
            out.writeBytes(local(entry));
            out.writeBytes(name(entry));
            out.writeBytes(entry.packed());
            directory.writeBytes(central(entry, offset));
            directory.writeBytes(name(entry));
        }
        byte[] end = end(entries.size(), directory.size(), out.size());
        out.writeBytes(directory.toByteArray());
        out.writeBytes(end);
        return out.toByteArray();
    }

    Path in(Path folder) {
        try {
            return Files.write(folder.resolve("raw.zip"), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] local(Entry entry) {
        return buffer(30)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) entry.flags())
                .putShort((short) entry.method())
                .putInt(0x00210000)
                .putInt((int) entry.checksum())
                .putInt(entry.packed().length)
                .putInt((int) entry.size())
                .putShort((short) name(entry).length)
                .array();
    }

    private static byte[] central(Entry entry, int offset) {
        return buffer(46)
                .putInt(0x02014b50)
                .putShort((short) (entry.unixMode() == 0 ? 20 : UNIX | 20))
                .putShort((short) 20)
                .putShort((short) entry.flags())
                .putShort((short) entry.method())
                .putInt(0x00210000)
                .putInt((int) entry.checksum())
                .putInt(entry.packed().length)
                .putInt((int) entry.size())
                .putShort((short) name(entry).length)
                .putLong(0)
                .putInt(38, entry.unixMode() << 16)
                .putInt(42, offset)
                .array();
    }

    static byte[] end(int count, int size, int offset) {
        return buffer(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(size)
                .putInt(offset)
                .array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] name(Entry entry) {
        return entry.name().getBytes(StandardCharsets.UTF_8);
    }

    static long sum(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return checksum.getValue();
    }

    static byte[] deflate(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed =
                new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            packed.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
