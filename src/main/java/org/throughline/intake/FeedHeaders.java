package org.throughline.intake;

import java.util.List;

/** Holds the columns that a feed would bring against what its mapping expects, before anything is read. */
@FunctionalInterface
public interface FeedHeaders {
    /** Nothing is known of any feed, so nothing is wrong. */
    FeedHeaders UNKNOWN = (feed, header) -> List.of();

    /** What would hold the file; empty where it could be read. */
    List<String> faults(FeedId feed, List<String> header);
}
