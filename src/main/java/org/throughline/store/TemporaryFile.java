package org.throughline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Files for what a load keeps on the hub's side while it lasts. Nobody else can open them, and where the operating system can, they have
 * no name any more as soon as they are open, so that a crash leaves none.
 */
final class TemporaryFile {
    private TemporaryFile() {}

    /** A new empty file. */
    static FileChannel open() throws IOException {
        Path file = Files.createTempFile("hub-", ".load");
        try {
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }
}
