package org.throughline.intake;

import java.util.List;

/** All feeds at a glance. */
@FunctionalInterface
public interface FeedBoard {

    /** How every feed stands, by sender and name. */
    List<FeedStanding> standings();
}
