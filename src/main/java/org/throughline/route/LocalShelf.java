package org.throughline.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder of this machine. Follows no link: a partner that may write there could point one at anything. */
final class LocalShelf implements Shelf {

    @Override
    public Map<String, Long> list(String folder) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder))) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    sizes.put(file.getFileName().toString(), Files.size(file));
                } else if (Files.isSymbolicLink(file)) {
                    sizes.put(file.getFileName().toString(), LINK);
                }
            }
        }
        return sizes;
    }

    @Override
    public String text(String path) throws IOException {
        try (InputStream text = open(Path.of(path))) {
            return new String(text.readNBytes(SMALL), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void makeFolder(String folder) throws IOException {
        Files.createDirectories(Path.of(folder));
    }

    @Override
    public void move(String path, String folder, String name) throws IOException {
        Files.move(Path.of(path), Path.of(folder, name));
    }

    @Override
    public Optional<String> version(String path) throws IOException {
        BasicFileAttributes file =
                Files.readAttributes(Path.of(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return Optional.of(file.fileKey() + " " + file.size() + " " + file.lastModifiedTime());
    }

    @Override
    public void leave() {
        // Nothing is held open.
    }

    /** Opens a file that is no link. */
    static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }
}
