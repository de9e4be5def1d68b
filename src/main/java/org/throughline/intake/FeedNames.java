package org.throughline.intake;

import java.util.List;
import java.util.Optional;

/** Tells to which feed of a sender a file belongs, by the names that the feeds' mappings expect. */
public final class FeedNames {
    private final SenderFeeds feeds;
    private final Mappings mappings;

    /** The feeds as they are set up, under the mappings as they stand. */
    public FeedNames(SenderFeeds feeds, IntakePorts ports) {
        this.feeds = feeds;
        this.mappings = new Mappings(ports);
    }

    /** The feed, or empty where the name belongs to none or to several. */
    public Optional<FeedId> feed(String sender, String fileName) {
        List<FeedId> matches = feeds.of(sender).stream()
                .filter(feed -> mappings.takes(feed.mapping(), fileName))
                .map(Feed::id)
                .toList();
        return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
    }
}
