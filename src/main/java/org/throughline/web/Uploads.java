package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Brings the file of a request to the spool, piece by piece. One that is cut, too large or too slow leaves nothing there. */
final class Uploads {
    private static final int CHUNK = 65_536;

    private final Path spool;
    private final WebSetting.Limits limits;

    Uploads(Path spool, WebSetting.Limits limits) {
        this.spool = spool;
        this.limits = limits;
    }

    /**
     * A file in the spool.
     *
     * @param name as a form has it; a body that is the file itself has none
     */
    record Kept(Path file, Optional<String> name) {}

    Kept keep(HttpServletRequest request) throws IOException {
        Path file = create();
        try {
            return new Kept(file, Form.is(request) ? Optional.of(form(request, file)) : whole(request, file));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    /** An empty file in the spool, which clears what a process that is gone left behind, by this form of the name. */
    Path create() throws IOException {
        return Files.createTempFile(spool, "in-" + ProcessHandle.current().pid() + "-", ".bytes");
    }

    private String form(HttpServletRequest request, Path file) throws IOException {
        Body body = body(request, limits.upload() + Form.FRAME);
        return new Form(request, body).file(bytes -> copy(bytes, file));
    }

    private Optional<String> whole(HttpServletRequest request, Path file) throws IOException {
        Body body = body(request, limits.upload());
        copy(body, file);
        long stated = request.getContentLengthLong();
        if (stated >= 0 && stated != body.count()) {
            throw Body.cut();
        }
        return Optional.empty();
    }

    private Body body(HttpServletRequest request, long most) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw Body.tooLarge(limits.upload());
        }
        return new Body(request.getInputStream(), most);
    }

    private void copy(InputStream bytes, Path file) throws IOException {
        long written = 0;
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = open(file)) {
            for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                written += read;
                if (written > limits.upload()) {
                    throw Body.tooLarge(limits.upload());
                }
                write(out, chunk, read);
            }
        }
        if (written == 0) {
            throw Answer.refusal(
                    HttpStatus.BAD_REQUEST, "The file is empty. Send it as the body, or as a part of a form.");
        }
    }

    /** What fails in the spool is ours and not the sender's. */
    private static OutputStream open(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private static void write(OutputStream out, byte[] chunk, int length) {
        try {
            out.write(chunk, 0, length);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
