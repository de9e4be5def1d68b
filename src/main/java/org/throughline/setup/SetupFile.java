package org.throughline.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A reviewed file.
 *
 * @param name path below mappings/, as findings name it
 * @param path where it stands
 */
record SetupFile(String name, Path path, String text) {

    static SetupFile read(Path root, Path path) {
        try {
            String name = root.relativize(path).toString().replace('\\', '/');
            return new SetupFile(name, path, Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Name of the file without its ending. */
    String stem() {
        return path.getFileName().toString().replaceFirst("\\.yaml$", "");
    }

    /** Name of the folder in which it stands. */
    String folder() {
        return path.getParent().getFileName().toString();
    }

    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
