package org.throughline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.setup.Findings;
import org.throughline.setup.SetupNode;

/** Where the hub's own files stand: those of the home come before those that were installed with it. */
final class Installation {
    private final Path home;
    private final Path folder;

    Installation(Path home, Path folder) {
        this.home = home;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The mappings/ folders, in the order in which they are searched. */
    List<Path> mappings() {
        return Stream.of(home, folder)
                .map(root -> root.resolve("mappings"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The codes of a shared code list; none where it is not installed. */
    Set<String> codes(String list) {
        return mappings().stream()
                .map(root -> root.resolve("codes").resolve(list + ".yaml"))
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(Installation::codes)
                .orElse(Set.of());
    }

    /** The folder of route files; empty where none is installed beside the hub, which then uses its own. */
    Optional<Path> routes() {
        return Optional.of(folder.resolve("routes")).filter(Files::isDirectory);
    }

    /** How many route files are installed. */
    long routeCount() {
        if (routes().isEmpty()) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(routes().get())) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml")).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Set<String>> codes(Path file) {
        try {
            return SetupNode.read(file.getFileName().toString(), Files.readString(file), new Findings())
                    .flatMap(top -> top.section("codes"))
                    .map(SetupNode::keys);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
