package org.throughline.route;

import org.throughline.intake.FeedEvent;

/** What became of a delivery to a partner. */
public sealed interface Handover {

    /** The file stands in the partner's folder, whole. */
    record Delivered(String sha256) implements Handover {}

    /** A file of this name and content stood there already; nothing was written. */
    record AlreadyThere(String sha256) implements Handover {}

    /** Another file of this name stands there; it was not touched. */
    record NameTaken(FeedEvent event) implements Handover {}

    /** The account could not be used; the delivery may be repeated. */
    record Failed(FeedEvent event) implements Handover {}
}
