package org.throughline.intake;

/** Keeps what happened to feeds outside any submission. */
@FunctionalInterface
public interface FeedEvents {

    /** Keeps an event; each is told once. */
    void record(FeedEvent event);
}
