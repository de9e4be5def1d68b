package org.throughline.route;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one page of CSV as bytes: its header line apart, its rows counted, each ended by a line end. */
final class CsvPage {
    private static final int HEADER_LIMIT = 1 << 20;

    private CsvPage() {}

    /** The header line of a page, without its line end and a byte order mark; empty where the page is empty. */
    static String header(Path page) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(page))) {
            return header(bytes);
        }
    }

    private static String header(InputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = bytes.read(); next >= 0 && next != '\n'; next = bytes.read()) {
            if (line.size() >= HEADER_LIMIT) {
                throw new HttpFetch.UnreadablePageException("starts with a line that is longer than any header");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        String header = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        return header.startsWith("\u00ef\u00bb\u00bf") ? header.substring(3) : header;
    }

    /** Keeps a page as it came, and counts its rows: line ends outside quotes, and a last line without one. */
    static Page read(Path body, Path target) throws IOException {
        long rows = 0;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(body));
                OutputStream kept = new BufferedOutputStream(Files.newOutputStream(target))) {
            kept.write((header(bytes) + "\n").getBytes(StandardCharsets.ISO_8859_1));
            boolean quoted = false;
            int last = '\n';
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                quoted ^= next == '"';
                rows += next == '\n' && !quoted ? 1 : 0;
                kept.write(next);
                last = next;
            }
            if (quoted) {
                throw new HttpFetch.UnreadablePageException("breaks off inside quotes");
            }
            if (last != '\n') {
                kept.write('\n');
                rows++;
            }
        }
        return new Page(target, rows, Optional.empty());
    }

    /** Appends the rows of a kept page to the submission, without their header. */
    static void appendRows(Path page, OutputStream submission) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(page))) {
            header(bytes);
            bytes.transferTo(submission);
        }
    }
}
