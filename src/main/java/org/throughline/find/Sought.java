package org.throughline.find;

import java.util.Optional;
import org.throughline.intake.FeedId;

/**
 * What somebody looks for, and where.
 *
 * @param text what they have of it
 * @param sender only what this sender sent
 * @param feed only what came by this feed; of its sender, where clients are concerned
 * @param limit how many of each kind are told, and how many versions of a record
 */
public record Sought(String text, Optional<String> sender, Optional<FeedId> feed, int limit) {

    public Sought {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to look for.");
        }
    }

    /** What the text can be. */
    public TextShape shape() {
        return TextShape.of(text);
    }

    /** The sender to whom all is narrowed, if it is. */
    public Optional<String> onlySender() {
        return feed.map(FeedId::sender).or(() -> sender);
    }

    /** Names no text: it may be a client's key. */
    @Override
    public String toString() {
        return "Sought[" + shape().words() + "]";
    }
}
