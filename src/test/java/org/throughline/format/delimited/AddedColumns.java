package org.throughline.format.delimited;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.throughline.format.ByteSource;
import org.throughline.format.Encoding;

/** Takes out of an annotated copy what was added, to hold the rest against the original. */
final class AddedColumns {
    static final String MARK = "<<<added by the hub>>>";

    private AddedColumns() {}

    /** The copy without the added header columns and without the cells of records annotated with {@link #MARK} alone. */
    static byte[] removed(byte[] copy, Dialect dialect) throws IOException {
        Charset charset =
                Encoding.choose(ByteSource.of(copy), dialect.encodings()).charset();
        String delimiter = String.valueOf(dialect.delimiter());
        String header = delimiter + String.join(delimiter, "hub_status", "hub_problem", "hub_guidance");
        String cells = delimiter + MARK + delimiter + delimiter;
        return bytes(text(copy).replace(text(header.getBytes(charset)), "").replace(text(cells.getBytes(charset)), ""));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
