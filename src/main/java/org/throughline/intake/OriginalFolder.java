package org.throughline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Originals on disk, once per content, named by their SHA-256. A file appears under its name only when all its bytes are on
 * the disk, and is never written again.
 */
public final class OriginalFolder {
    private static final String ARRIVING = "arriving-";
    private static final long PROCESS = ProcessHandle.current().pid();
    private static final String OURS = ARRIVING + PROCESS + "-" + UUID.randomUUID() + "-";
    private static final Pattern NAME = Pattern.compile(ARRIVING + "(?:(\\d{1,18})-)?[0-9a-f-]+");

    private final Path root;

    /** Originals below this folder, which is made where it does not exist. */
    public OriginalFolder(Path root) {
        this.root = root;
    }

    /** Keeps a copy of these bytes; the same content is kept once. */
    public Original keep(Path file) {
        try {
            Files.createDirectories(root);
            Path arriving = root.resolve(OURS + UUID.randomUUID());
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
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(root, ARRIVING + "*")) {
            for (Path copy : copies) {
                if (orphaned(copy.getFileName().toString())) {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Unfinished originals cannot be removed from " + root, e);
        }
    }

    /** A process of our own number that is not ours is gone, too: in a container every process has the same. */
    private static boolean orphaned(String copy) {
        Matcher name = NAME.matcher(copy);
        if (copy.startsWith(OURS) || !name.matches()) {
            return false;
        }
        return Optional.ofNullable(name.group(1))
                .map(Long::valueOf)
                .filter(process -> process != PROCESS)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .isEmpty();
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
