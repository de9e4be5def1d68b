package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;

/** Brings the body of a request to the spool, piece by piece. A body that is cut, too large or too slow leaves nothing there. */
final class Uploads {
    private static final int CHUNK = 65_536;
    private static final long GRACE = TimeUnit.SECONDS.toNanos(30);
    /** Bytes a second that a body must bring after a while: a sender who drips holds a thread. */
    private static final long SLOWEST = 1_024;

    private final Path spool;
    private final WebSetting.Limits limits;

    Uploads(Path spool, WebSetting.Limits limits) {
        this.spool = spool;
        this.limits = limits;
    }

    Path keep(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limits.upload()) {
            throw tooLarge();
        }
        // The spool clears what a process that is gone left behind, by this form of the name.
        Path file = Files.createTempFile(spool, "in-" + ProcessHandle.current().pid() + "-", ".bytes");
        try {
            long written = copy(request.getInputStream(), file);
            long stated = request.getContentLengthLong();
            if (stated >= 0 && stated != written) {
                throw cut();
            }
            if (written == 0) {
                throw Answer.refusal(HttpStatus.BAD_REQUEST, "The body is empty. Send the file as the body.");
            }
            return file;
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private long copy(InputStream body, Path file) throws IOException {
        long start = System.nanoTime();
        long written = 0;
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = read(body, chunk); read >= 0; read = read(body, chunk)) {
                written += read;
                if (written > limits.upload()) {
                    throw tooLarge();
                }
                long since = System.nanoTime() - start;
                if (since > GRACE && written < SLOWEST * TimeUnit.NANOSECONDS.toSeconds(since)) {
                    throw Answer.refusal(HttpStatus.REQUEST_TIMEOUT, "The body came too slowly.");
                }
                write(out, chunk, read);
            }
        }
        return written;
    }

    private static int read(InputStream body, byte[] chunk) {
        try {
            return body.read(chunk);
        } catch (IOException broken) {
            throw cut();
        }
    }

    private static void write(OutputStream out, byte[] chunk, int length) {
        try {
            out.write(chunk, 0, length);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private static RuntimeException cut() {
        return Answer.refusal(
                HttpStatus.BAD_REQUEST, "The body ended before it was whole. Nothing was kept; send it again.");
    }

    private RuntimeException tooLarge() {
        return Answer.refusal(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than " + limits.upload() + " bytes.");
    }
}
