package org.throughline.intake;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that arrived whole, on its way into the hub.
 *
 * @param file where its bytes stand now
 * @param fileName its name as delivered, without any folder
 * @param doneFile text of the done-file that came with it
 * @param seal what it was sealed with; its bytes are open already
 * @param way how it came
 * @param node number of the node that fetched it, which must still serve its sender when the file is entered
 */
public record Delivery(
        FeedId feed,
        Path file,
        String fileName,
        Optional<String> doneFile,
        Optional<Seal> seal,
        Way way,
        OptionalLong node) {

    /** How a file comes to the hub. */
    public enum Way {
        /** By itself: uploaded, sent as a message, or handed over by a command. */
        SENT,
        /** The hub asked for it on a channel. */
        PULLED,
        /** Out of its sender's folder, where it stays until the hub moves it to the archive, and may be fetched again till then. */
        FOLDER
    }

    /** A file that arrived without a seal and came by itself. */
    public Delivery(FeedId feed, Path file, String fileName, Optional<String> doneFile) {
        this(feed, file, fileName, doneFile, Optional.empty(), Way.SENT, OptionalLong.empty());
    }

    /** The same file as one that came on this way. */
    public Delivery on(Way how) {
        return new Delivery(feed, file, fileName, doneFile, seal, how, node);
    }

    /** The same file, fetched by this node; what came by itself is taken by every node. */
    public Delivery fetchedBy(OptionalLong fetcher) {
        return new Delivery(
                feed, file, fileName, doneFile, seal, way, way == Way.SENT ? OptionalLong.empty() : fetcher);
    }
}
