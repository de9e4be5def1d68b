package org.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.throughline.cli.Check;
import org.throughline.cli.Check.Finding;
import org.throughline.drop.HostKey;

/** Looks at the machine: Java, the hub's home and its disk, the files that were installed. */
final class HomeChecks {
    private static final int OLDEST_JAVA = 17;
    private static final long MEGABYTE = 1_000_000;
    private static final long TOO_LITTLE = 500 * MEGABYTE;
    private static final long LITTLE = 5_000 * MEGABYTE;

    private final Path home;
    private final Installation installation;

    HomeChecks(Path home, Installation installation) {
        this.home = home;
        this.installation = installation;
    }

    List<Check> all() {
        return List.of(
                this::java, this::home, () -> disk(home), HomeChecks::temporaryFiles, this::routes, this::dropServer);
    }

    private Finding java() {
        int version = Runtime.version().feature();
        return version >= OLDEST_JAVA
                ? Finding.ok("Java", "Java " + Runtime.version() + ".")
                : Finding.fail("Java", "Java " + version + " runs.", "Install a JDK of version 17 or later.");
    }

    private Finding home() {
        try {
            HomeFolder.make(home);
            Path trial = Files.createTempFile(home, "doctor", ".trial");
            Files.delete(trial);
            return privacy(HomeFolder.open(home));
        } catch (IOException refused) {
            return Finding.fail(
                    "home",
                    home + " cannot be written.",
                    "Let the hub's user write there, or set THROUGHLINE_HOME to another folder.");
        }
    }

    private Finding privacy(List<String> open) {
        return open.isEmpty()
                ? Finding.ok("home", home + " can be written, by the hub's user alone.")
                : Finding.warn(
                        "home",
                        "Others on this machine may enter " + String.join(", ", open) + " of " + home
                                + ", where personal values stand.",
                        "Run chmod 700 on the home.");
    }

    /** Room for what arrives. */
    static Finding disk(Path home) {
        return room("disk", home, "Make room on the disk of the home; originals and the embedded database grow there.");
    }

    /** Room for a file while it is decided. */
    private static Finding temporaryFiles() {
        return room(
                "temporary files",
                Path.of(System.getProperty("java.io.tmpdir")),
                "Make room on the disk of temporary files, or set another folder (JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=...); a file"
                        + " that is loaded needs as much again there.");
    }

    private static Finding room(String name, Path folder, String fix) {
        try {
            long free = Files.getFileStore(existing(folder)).getUsableSpace();
            String fact = free / MEGABYTE + " MB are free.";
            if (free >= LITTLE) {
                return Finding.ok(name, fact);
            }
            return free < TOO_LITTLE ? Finding.fail(name, fact, fix) : Finding.warn(name, fact, fix);
        } catch (IOException unreadable) {
            return Finding.warn(name, "The free space cannot be told.", "Look at the disk of " + folder + ".");
        }
    }

    private static Path existing(Path path) {
        Path known = path;
        while (!Files.exists(known) && known.getParent() != null) {
            known = known.getParent();
        }
        return known;
    }

    /** The fingerprint that partners compare when they log in for the first time. */
    private Finding dropServer() {
        String name = "drop server";
        Path file = HubDrop.hostKey(home);
        if (!Files.exists(file)) {
            return Finding.ok(name, "No host key yet; the drop server makes it on its first start.");
        }
        try {
            Optional<String> open = SecretFiles.refusal(file);
            return open.map(fact ->
                            Finding.fail(name, fact, "Then have every partner pin a new key if others read it."))
                    .orElse(Finding.ok(name, "Host key " + HostKey.keptIn(file).fingerprint() + "."));
        } catch (IOException unreadable) {
            return Finding.fail(
                    name,
                    "The host key cannot be read.",
                    "Bring back the file " + file + " from a backup; with a new key every partner has to pin it anew.");
        }
    }

    private Finding routes() {
        long routes = installation.routeCount();
        return routes > 0
                ? Finding.ok("routes", "Route files: " + routes + ".")
                : Finding.fail(
                        "routes",
                        "No route file is installed; nothing can be fetched or delivered.",
                        "Install the folder routes/ beside the launcher, as a folder and not as a link.");
    }
}
