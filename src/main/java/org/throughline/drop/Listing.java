package org.throughline.drop;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.StreamSupport;

/** What a partner sees in a folder: at the top the five folders, in them the plain files. */
final class Listing implements DirectoryStream<Path> {
    private final Path folder;
    private final DirectoryStream<Path> onDisk;

    /**
     * The entries of a folder, read as they are asked for.
     *
     * @param folder as the partner sees it
     * @param onDisk where it stands on this machine
     */
    Listing(Path folder, Path onDisk) throws IOException {
        this.folder = folder;
        this.onDisk = Files.newDirectoryStream(onDisk);
    }

    @Override
    public Iterator<Path> iterator() {
        return StreamSupport.stream(onDisk.spliterator(), false)
                .filter(this::shown)
                .map(entry -> folder.resolve(entry.getFileName().toString()))
                .iterator();
    }

    private boolean shown(Path entry) {
        String seen = folder.resolve(entry.getFileName().toString()).toString();
        return PathRule.refusal(seen).isEmpty()
                && (PathRule.place(seen).isFile()
                        ? Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                        : Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public void close() throws IOException {
        onDisk.close();
    }
}
