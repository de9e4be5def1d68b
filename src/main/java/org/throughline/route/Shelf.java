package org.throughline.route;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The folder that files are taken from, over the connection that is open already. Paths are the transport's own. */
interface Shelf {

    /** Names and sizes of the files of a folder; size {@link #LINK} for a link. Names are as the other side lists them. */
    Map<String, Long> list(String folder) throws IOException;

    /** The text of a small file; what is longer than 64 KiB is cut off. */
    String text(String path) throws IOException;

    /** Makes a folder where it is missing. */
    void makeFolder(String folder) throws IOException;

    /** Moves a file, never over another one. */
    void move(String path, String folder, String name) throws IOException;

    /** What tells a file from another one that comes under its name; empty where that cannot be asked. */
    Optional<String> version(String path) throws IOException;

    /** Lets the connection go. */
    void leave();

    /** Size of what is a link and no file. */
    long LINK = -1;

    /** How much of a small file is read. */
    int SMALL = 65_536;
}
