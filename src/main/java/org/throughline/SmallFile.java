package org.throughline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files of which no more than a megabyte is read, whatever a partner sends. */
final class SmallFile {
    private static final int LIMIT = 1 << 20;

    private SmallFile() {}

    static Optional<byte[]> read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Optional.of(bytes.readNBytes(LIMIT));
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
