package org.throughline.drop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** An open file of a partner's home; every write is held against the partner's allowance. */
final class MeteredChannel implements SeekableByteChannel {
    private final FileChannel file;
    private final Allowance allowance;

    MeteredChannel(FileChannel file, Allowance allowance) {
        this.file = file;
        this.allowance = allowance;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return file.read(bytes);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return allowance.write(file, bytes);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    /** Brings the bytes to the disk before the file is closed. */
    @Override
    public void close() throws IOException {
        try (file) {
            if (file.isOpen()) {
                file.force(true);
            }
        }
    }
}
