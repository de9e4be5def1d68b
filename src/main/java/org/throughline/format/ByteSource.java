package org.throughline.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of one input. They can be opened more than once, since choosing an encoding and writing an annotated copy each
 * take a pass of their own.
 */
@FunctionalInterface
public interface ByteSource {

    /** A new stream from the first byte; the caller closes it. */
    InputStream open() throws IOException;

    /** The bytes of a file. */
    static ByteSource of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /** Bytes in memory. */
    static ByteSource of(byte[] bytes) {
        byte[] copy = bytes.clone();
        return () -> new ByteArrayInputStream(copy);
    }
}
