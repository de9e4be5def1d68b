package org.throughline.intake;

import java.util.List;

/** Stops feeds and starts them again, beside what their partner files say. Every turn is in the audit ledger. */
public interface FeedSwitch {

    /** Stops a feed; its files stay with the sender until it is started. Gives its status. */
    String stop(FeedId feed, String reason);

    /** Takes back a stop and a reopened test; what the partner file says holds again. Gives its status. */
    String start(FeedId feed, String reason);

    /** Reopens testing for the feeds of a mapping that ask for it. */
    List<FeedId> retest(String mapping, String reason);
}
