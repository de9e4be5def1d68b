package org.throughline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Secrets in files that only their owner may read. */
final class SecretFiles {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int SECRET_BYTES = 24;

    private SecretFiles() {}

    /** Why a file must not be trusted with a secret; empty where its mode is 0400 or 0600. */
    static Optional<String> refusal(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return Optional.empty();
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
        return OWNER.containsAll(found)
                ? Optional.empty()
                : Optional.of("The file " + file.getFileName() + " has mode " + PosixFilePermissions.toString(found)
                        + "; others may read it. Run chmod 600 on it.");
    }

    /** The secret kept in a file; a new random one on first use. */
    static String keptIn(Path file) throws IOException {
        createFolder(file.getParent());
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Files.readString(file).strip();
    }

    private static void write(Path file, String secret) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
            Files.writeString(file, secret);
        } catch (FileAlreadyExistsException raced) {
            throw new IOException("The secret " + file.getFileName() + " appeared while it was made.", raced);
        }
    }

    /** Makes a folder that only its owner may enter. */
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
