package org.throughline;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The folder of the hub's own state. It holds what partners sent and were sent: whatever the hub makes of it, nobody but the
 * hub's user may enter.
 */
final class HomeFolder {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final List<String> PRIVATE = List.of("drop", "logs", "originals", "receipts", "sealed", "spool");

    private HomeFolder() {}

    /** Makes the home and the folders in it that hold personal values, where they are missing. */
    static void make(Path home) throws IOException {
        makeFolder(home);
        for (String name : PRIVATE) {
            makeFolder(home.resolve(name));
        }
    }

    /** The folders that others may enter although personal values stand in them; none behind a home that is closed. */
    static List<String> open(Path home) throws IOException {
        List<String> open = new ArrayList<>();
        if (!isPosix() || isClosed(home)) {
            return open;
        }
        for (String name : PRIVATE) {
            if (!isClosed(home.resolve(name))) {
                open.add(name);
            }
        }
        return open;
    }

    private static boolean isClosed(Path folder) throws IOException {
        return !Files.isDirectory(folder) || OWNER.containsAll(Files.getPosixFilePermissions(folder));
    }

    private static void makeFolder(Path folder) throws IOException {
        FileAttribute<?>[] closed = isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
        Files.createDirectories(folder, closed);
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
