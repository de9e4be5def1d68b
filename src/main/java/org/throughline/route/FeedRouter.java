package org.throughline.route;

import java.util.Optional;
import org.throughline.intake.FeedId;

/** Tells to which feed a file belongs, where several feeds of a sender share one inbox. */
@FunctionalInterface
public interface FeedRouter {

    /** The feed, or empty where the name belongs to none of the sender's feeds. */
    Optional<FeedId> feed(String sender, String fileName);
}
