package org.throughline.intake;

import java.util.List;

/** The partners' channels as they are set up. */
@FunctionalInterface
public interface Channels {

    /** Every channel whose feed is not stopped, by sender and name in alphabetical order. */
    List<Channel> all();
}
