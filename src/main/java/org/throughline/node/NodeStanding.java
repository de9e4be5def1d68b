package org.throughline.node;

import java.time.Instant;
import java.util.List;

/**
 * How a node stands.
 *
 * @param startedAt when it began to serve
 * @param seenAt when it was heard of last
 * @param isAlive false where its lease has ended; its partners then wait for another node
 * @param partners partners that it serves, by name
 * @param feeds their feeds, each with its partner
 */
public record NodeStanding(
        Node node, Instant startedAt, Instant seenAt, boolean isAlive, List<String> partners, List<String> feeds) {
    public NodeStanding {
        partners = List.copyOf(partners);
        feeds = List.copyOf(feeds);
    }
}
