package org.throughline.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.throughline.intake.Channel;
import org.throughline.intake.Unfinished;

/** Files on their way in: as long as a partner's file is being taken, its bytes stand here, readable by the hub alone. */
final class Spool {
    private static final int CHUNK = 65_536;

    private final Path folder;
    private final Unfinished unfinished;

    Spool(Path folder) {
        this.folder = folder;
        this.unfinished = new Unfinished(folder, "in-");
    }

    /** Removes what a process that is gone left behind; the partner's folder still holds it. */
    void clear() {
        try {
            Files.createDirectories(folder);
            unfinished.clear();
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /** A folder in which a channel keeps what it has fetched so far; it outlives the process. */
    Path folder(Channel channel) {
        try {
            return Files.createDirectories(
                    folder.resolve("channels").resolve(channel.sender()).resolve(channel.name()));
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /** An empty file, for what is made of one that arrived. */
    Path place() {
        return create();
    }

    /** Writes all bytes to a file of its own. A failure to read is the transport's; a failure to write is ours. */
    Path keep(InputStream bytes) throws IOException {
        Path file = create();
        try (OutputStream kept = Files.newOutputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                write(kept, chunk, read);
            }
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        return file;
    }

    /** An empty file of its own, which is gone with the process if nobody removes it before. */
    Path create() {
        try {
            return Files.createTempFile(folder, unfinished.beginning(), ".bytes");
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private static void write(OutputStream kept, byte[] chunk, int length) {
        try {
            kept.write(chunk, 0, length);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
