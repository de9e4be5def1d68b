package org.throughline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Originals on disk, once per content, named by their SHA-256. A file appears under its name only when all its bytes are on
 * the disk, and is never written again.
 */
public final class OriginalFolder {
    private final Path root;
    private final Unfinished unfinished;

    /** Originals below this folder, which is made where it does not exist. */
    public OriginalFolder(Path root) {
        this.root = root;
        this.unfinished = new Unfinished(root, "arriving-");
    }

    /** Keeps a copy of these bytes; the same content is kept once. */
    public Original keep(Path file) {
        try {
            Files.createDirectories(root);
            Path arriving = root.resolve(unfinished.beginning() + UUID.randomUUID());
            try {
                Original original = copy(file, arriving);
                settle(arriving, path(original.sha256()));
                return original;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The original cannot be kept under " + root, e);
        }
    }

    /** Removes copies that a process which is gone did not finish; their files are fetched again. */
    public void clear() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            unfinished.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("Unfinished originals cannot be removed from " + root, e);
        }
    }

    /** Where the bytes with this hash stand. */
    public Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static Original copy(Path from, Path to) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
            long size = in.transferTo(out);
            channel.force(true);
            return new Original(HexFormat.of().formatHex(digest.digest()), size);
        }
    }

    private static void settle(Path arriving, Path place) throws IOException {
        if (Files.exists(place)) {
            return;
        }
        Files.createDirectories(place.getParent());
        Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
