package org.throughline.format.xlsx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files that the hub needs while it reads. Nobody else can open them, and they are gone when they are closed. */
final class Scratch {
    private Scratch() {}

    /** A new empty file; where the operating system can, it has no name any more as soon as it is open. */
    static FileChannel open() throws IOException {
        Path file = Files.createTempFile("hub-", ".xlsx-part");
        try {
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
