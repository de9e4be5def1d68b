package org.throughline.route;

import java.nio.file.Path;

/** Takes in a partner's answers to delivered files. */
@FunctionalInterface
public interface Acknowledgements {

    /** Takes in one acknowledgement file, which is gone after the call; the same file may come again. */
    void acknowledged(String sender, String fileName, Path file);
}
