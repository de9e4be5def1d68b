package org.throughline.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The synthetic content of the demo's partners who are reached live, as it came with the hub. */
final class LiveFiles {
    private LiveFiles() {}

    static byte[] bytes(String path) {
        try (InputStream bytes = LiveFiles.class.getResourceAsStream("/demo/live/" + path)) {
            if (bytes == null) {
                throw new IllegalStateException("The demo's file " + path + " did not come with the hub.");
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
