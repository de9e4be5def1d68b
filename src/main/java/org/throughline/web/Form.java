package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.springframework.http.HttpStatus;

/**
 * A body in the form that browsers and {@code curl -F} send (RFC 7578): the one file in it is read as it comes, fields beside it
 * are passed over.
 */
final class Form {
    /** Bytes that a form may have besides its file. */
    static final long FRAME = 65_536;

    private static final String TYPE = "multipart/form-data";
    private static final int MOST_PARTS = 20;
    private static final int LONGEST_PART_HEAD = 4_096;

    private final HttpServletRequest request;
    private final Body body;

    Form(HttpServletRequest request, Body body) {
        this.request = request;
        this.body = body;
    }

    /** True where the body says that it is a form with files. */
    static boolean is(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(TYPE))
                .isPresent();
    }

    /** Where the bytes of the file go. */
    @FunctionalInterface
    interface Sink {
        void take(InputStream file) throws IOException;
    }

    /** Brings the bytes of the one file to the sink; returns its name as the form has it. */
    String file(Sink sink) {
        Optional<String> name = Optional.empty();
        try {
            FileItemIterator parts = parser().getItemIterator(new Request(request, body));
            for (int part = 1; parts.hasNext(); part++) {
                FileItemStream item = parts.next();
                if (part > MOST_PARTS) {
                    throw Answer.refusal(HttpStatus.BAD_REQUEST, "The form has more than " + MOST_PARTS + " parts.");
                }
                if (holdsFile(item)) {
                    refuseSecond(name);
                    name = Optional.of(item.getName());
                    sink.take(item.openStream());
                }
            }
        } catch (InvalidFileNameException control) {
            throw Answer.refusal(HttpStatus.BAD_REQUEST, "The file has a name with a control character.");
        } catch (IOException malformed) {
            throw Answer.refusal(
                    HttpStatus.BAD_REQUEST,
                    "The form is not whole or not well formed. Nothing was kept; send it again.");
        }
        return name.orElseThrow(() -> Answer.refusal(
                HttpStatus.BAD_REQUEST,
                "The form holds no file. Send it as a part with a file name: curl -F file=@FILE."));
    }

    private static FileUpload parser() {
        FileUpload parser = new FileUpload();
        parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
        parser.setPartHeaderSizeMax(LONGEST_PART_HEAD);
        return parser;
    }

    /** A browser sends a part without a name where no file was chosen. */
    private static boolean holdsFile(FileItemStream item) {
        return !item.isFormField() && !item.getName().isBlank();
    }

    private static void refuseSecond(Optional<String> before) {
        if (before.isPresent()) {
            throw Answer.refusal(
                    HttpStatus.BAD_REQUEST,
                    "The form holds more than one file. Nothing was kept; send one file at a time.");
        }
    }

    /** What the parser asks of the request. */
    private record Request(HttpServletRequest request, Body body) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }
}
