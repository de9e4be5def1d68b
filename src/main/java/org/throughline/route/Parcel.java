package org.throughline.route;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file to be delivered.
 *
 * @param body its bytes, or the file that holds them
 */
record Parcel(String name, Object body, String sha256) {

    static Parcel of(String name, Path file) {
        return new Parcel(name, file.toFile(), sha256(file));
    }

    static Parcel of(String name, byte[] bytes) {
        return new Parcel(name, bytes, HexFormat.of().formatHex(digest().digest(bytes)));
    }

    /** Its bytes as a stream. */
    InputStream open() throws IOException {
        return body instanceof byte[] bytes
                ? new ByteArrayInputStream(bytes)
                : Files.newInputStream(((File) body).toPath());
    }

    /** SHA-256 of a file, read as a stream. */
    static String sha256(Path file) {
        MessageDigest digest = digest();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
