package org.throughline.intake;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that arrived whole, on its way into the hub.
 *
 * @param file where its bytes stand now
 * @param fileName its name as delivered, without any folder
 * @param doneFile text of the done-file that came with it
 * @param seal what it was sealed with; its bytes are open already
 */
public record Delivery(FeedId feed, Path file, String fileName, Optional<String> doneFile, Optional<Seal> seal) {

    /** A file that arrived without a seal. */
    public Delivery(FeedId feed, Path file, String fileName, Optional<String> doneFile) {
        this(feed, file, fileName, doneFile, Optional.empty());
    }
}
