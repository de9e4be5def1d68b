package org.throughline.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The body of a request as it comes. Reading it is refused where it is cut, too large or too slow. */
final class Body extends InputStream {
    private static final long GRACE = TimeUnit.SECONDS.toNanos(30);
    /** Bytes a second that a body must bring after a while: a sender who drips holds a thread. */
    private static final long SLOWEST = 1_024;

    private final InputStream bytes;
    private final long most;
    private final long start = System.nanoTime();
    private long count;

    /** A body of which no more than so many bytes are taken. */
    Body(InputStream bytes, long most) {
        this.bytes = bytes;
        this.most = most;
    }

    /** Bytes that came so far. */
    long count() {
        return count;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] chunk, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, chunk.length);
        int read = come(chunk, offset, length);
        count += Math.max(read, 0);
        if (count > most) {
            throw tooLarge(most);
        }
        long since = System.nanoTime() - start;
        if (since > GRACE && count < SLOWEST * TimeUnit.NANOSECONDS.toSeconds(since)) {
            throw Answer.refusal(HttpStatus.REQUEST_TIMEOUT, "The body came too slowly.");
        }
        return read;
    }

    private int come(byte[] chunk, int offset, int length) {
        try {
            return bytes.read(chunk, offset, length);
        } catch (IOException broken) {
            throw cut();
        }
    }

    static ErrorResponseException cut() {
        return Answer.refusal(
                HttpStatus.BAD_REQUEST, "The body ended before it was whole. Nothing was kept; send it again.");
    }

    static ErrorResponseException tooLarge(long most) {
        return Answer.refusal(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than " + most + " bytes.");
    }
}
