package org.throughline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the project's own files stand, seen from a test. */
public final class ProjectFiles {
    private ProjectFiles() {}

    /** The folder of the pom. */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The folder of the compiled main classes: the one that holds the hub's logging configuration. */
    static Path mainClasses() {
        try {
            return Path.of(ProjectFiles.class.getResource("/logback.xml").toURI())
                    .getParent();
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Every file below a folder of the project whose name ends so, in order. */
    static List<Path> below(String folder, String suffix) {
        var start = root().resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
