package org.throughline.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.intake.Channel;

/** Files on their way in: as long as a partner's file is being taken, its bytes stand here, readable by the hub alone. */
final class Spool {
    private static final int CHUNK = 65_536;
    private static final long PROCESS = ProcessHandle.current().pid();
    private static final Pattern NAME = Pattern.compile("in-(\\d{1,18})-.*");

    private final Path folder;

    Spool(Path folder) {
        this.folder = folder;
    }

    /** Removes what a process that is gone left behind; the partner's folder still holds it. */
    void clear() {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, "in-*")) {
                for (Path leftover : leftovers) {
                    if (orphaned(leftover)) {
                        Files.deleteIfExists(leftover);
                    }
                }
            }
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private static boolean orphaned(Path leftover) {
        Matcher name = NAME.matcher(leftover.getFileName().toString());
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> process.pid() != PROCESS)
                        .isEmpty();
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
            return Files.createTempFile(folder, "in-" + PROCESS + "-", ".bytes");
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
