package org.throughline.intake;

import java.util.List;

/** Counts what lies open in the hub. */
@FunctionalInterface
public interface Backlog {

    /** What lies open at every feed, by sender and name. */
    List<FeedBacklog> feeds();
}
