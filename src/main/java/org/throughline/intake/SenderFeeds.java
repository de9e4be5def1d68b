package org.throughline.intake;

import java.util.List;

/** The feeds of a sender as they are set up. */
@FunctionalInterface
public interface SenderFeeds {

    /** The sender's feeds, by name in alphabetical order. */
    List<Feed> of(String sender);
}
