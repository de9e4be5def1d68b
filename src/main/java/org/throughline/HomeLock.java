package org.throughline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.throughline.cli.ExitCode;
import org.throughline.cli.StopException;

/** One process at a time works in a home with the embedded database; the lock names who does. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param holder who takes it, for whoever comes later
     */
    static HomeLock take(Path home, String holder) throws IOException {
        return take(
                home.resolve("hub.lock"),
                holder,
                "Another command works in this home: %s. Try again when it has ended, or use a home of its own"
                        + " (THROUGHLINE_HOME).");
    }

    /** Takes the lock of a node's own place, in which one process serves. */
    static HomeLock serving(Path place, String holder) throws IOException {
        Files.createDirectories(place);
        return take(
                place.resolve("serve.lock"),
                holder,
                "Another process serves under this name in this home: %s. Give each node a name of its own"
                        + " (THROUGHLINE_NODE).");
    }

    private static HomeLock take(Path file, String holder, String taken) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            String other = Files.readString(file).strip();
            throw new StopException(ExitCode.TRY_LATER, taken.formatted(other));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
        channel.force(false);
        return new HomeLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
