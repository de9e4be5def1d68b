package org.throughline.route;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.throughline.problem.ProblemCode;

/**
 * Reads messages out of a connection by the Minimal Lower Layer Protocol: each stands between the bytes 0B and 1C 0D. A
 * message goes into a file while it is read; only its beginning is kept in memory.
 */
final class MllpFrames {
    private static final int BEGIN = 0x0B;
    private static final int END = 0x1C;
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final MllpLimits limits;
    private final Supplier<Path> files;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;

    MllpFrames(Socket socket, MllpLimits limits, Supplier<Path> files) {
        this.socket = socket;
        this.limits = limits;
        this.files = files;
    }

    /** What comes next. */
    sealed interface Next {}

    /**
     * A message; whoever gets it removes the file.
     *
     * @param start its first bytes
     */
    record Frame(Path file, byte[] start) implements Next {}

    /** The peer has no more to say. */
    record Ended() implements Next {}

    /** From here on nothing can be understood; nothing of it is kept. */
    record Broken(ProblemCode code, String fact, byte[] start) implements Next {}

    Next next() throws IOException {
        int first = first();
        if (first < 0) {
            return new Ended();
        }
        return first == BEGIN ? frame() : broken("bytes stand outside of the frame of a message");
    }

    /** The first byte that is no line end or blank between messages; -1 where the peer ends or stays silent. */
    private int first() throws IOException {
        try {
            do {
                while (position < filled) {
                    int one = buffer[position++];
                    if (one != '\r' && one != '\n' && one != ' ') {
                        return one;
                    }
                }
            } while (fill(limits.idle()));
        } catch (SocketTimeoutException idle) {
            return -1;
        }
        return -1;
    }

    private Next frame() throws IOException {
        Path file = files.get();
        Next read = null;
        try (OutputStream kept = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            read = frame(kept, file);
        } finally {
            if (!(read instanceof Frame)) {
                Files.deleteIfExists(file);
            }
        }
        return read;
    }

    private Next frame(OutputStream kept, Path file) throws IOException {
        long deadline = System.nanoTime() + limits.message().toNanos();
        byte[] start = new byte[0];
        long length = 0;
        while (true) {
            int end = end();
            start = longer(start, end);
            kept.write(buffer, position, end - position);
            length += end - position;
            position = end;
            if (length > limits.bytes()) {
                return tooLong(start);
            }
            if (position < filled) {
                return buffer[position++] == END ? new Frame(file, start) : broken("a message begins inside another");
            }
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            try {
                if (left.toMillis() < 1 || !fill(left)) {
                    return left.toMillis() < 1 ? tooSlow() : broken("the connection ends inside of a message");
                }
            } catch (SocketTimeoutException silent) {
                return tooSlow();
            }
        }
    }

    private Broken tooLong(byte[] start) {
        String fact = String.format(Locale.ROOT, "a message is longer than %,d bytes", limits.bytes());
        return new Broken(ProblemCode.MESSAGE_TOO_LONG, fact, start);
    }

    private Broken tooSlow() {
        return broken("a message is not ended within " + limits.message().toSeconds() + " seconds");
    }

    private static Broken broken(String fact) {
        return new Broken(ProblemCode.MLLP_FRAME, fact, new byte[0]);
    }

    /** Index of the next byte that begins or ends a frame, or of the end of the buffer. */
    private int end() {
        int end = position;
        while (end < filled && buffer[end] != BEGIN && buffer[end] != END) {
            end++;
        }
        return end;
    }

    private byte[] longer(byte[] start, int end) {
        int more = Math.min(end - position, BUFFER - start.length);
        if (more <= 0) {
            return start;
        }
        byte[] longer = Arrays.copyOf(start, start.length + more);
        System.arraycopy(buffer, position, longer, start.length, more);
        return longer;
    }

    private boolean fill(Duration patience) throws IOException {
        socket.setSoTimeout((int) Math.max(1, Math.min(patience.toMillis(), Integer.MAX_VALUE)));
        InputStream bytes = socket.getInputStream();
        position = 0;
        filled = Math.max(0, bytes.read(buffer, 0, BUFFER));
        return filled > 0;
    }
}
