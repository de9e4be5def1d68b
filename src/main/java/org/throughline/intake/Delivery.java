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
 * @param archived true where it stays at its sender until the hub moves it to the archive, and may be fetched again till then
 */
public record Delivery(
        FeedId feed, Path file, String fileName, Optional<String> doneFile, Optional<Seal> seal, boolean archived) {

    /** A file that arrived without a seal and comes once. */
    public Delivery(FeedId feed, Path file, String fileName, Optional<String> doneFile) {
        this(feed, file, fileName, doneFile, Optional.empty(), false);
    }
}
