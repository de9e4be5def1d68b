package org.throughline.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** The five folders of an account. */
public final class PartnerFolders {
    /** Their names. */
    public static final List<String> NAMES = List.of("inbox", "receipts", "outcomes", "acks", "archive");

    private static final FileAttribute<Set<PosixFilePermission>> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PartnerFolders() {}

    /** Makes the folders of an account that the hub itself keeps, for the hub's user alone. */
    public static void make(Path home) {
        try {
            for (String name : NAMES) {
                Files.createDirectories(home.resolve(name), OWN);
            }
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
