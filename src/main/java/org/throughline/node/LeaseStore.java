package org.throughline.node;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Nodes and what they hold, in the database that they share. What counts is that database's clock, and no other. */
public interface LeaseStore {

    /**
     * What a node holds.
     *
     * @param senders partners that it serves
     * @param share how many it should serve, where all nodes serve alike many
     */
    record Held(SortedSet<String> senders, int share) {}

    /**
     * Enters a node, under a number that was never used before. A node of the same name and machine is one that is gone.
     *
     * @throws org.throughline.problem.RefusedException where a node of this name serves on another machine
     */
    long join(Node node, Duration lease);

    /**
     * Prolongs the lease of a node, strikes off the nodes whose leases have ended, and claims partners that nobody holds, up to
     * the node's share; empty where its own lease had ended, which ends all that it held.
     */
    Optional<Held> renew(long node, Duration lease);

    /** True where this node, whose lease lasts, holds the partner now. */
    boolean holds(long node, String sender);

    /** Gives partners up; any node may claim them from now on. */
    void release(long node, Collection<String> senders);

    /** Strikes a node off, which gives up all that it held. */
    void leave(long node);

    /** All nodes that were not struck off, by name. */
    List<NodeStanding> standings();

    /** Partners that no living node serves, by name. */
    List<String> unheld();
}
