package org.throughline.linkage;

import java.time.Instant;
import java.util.function.Function;

/** The stored state of linkage. */
public interface ClientIndex {

    /** What is known now. */
    Known known();

    /**
     * Reads, decides and writes in one transaction, one at a time across all hubs; an empty revision writes nothing.
     *
     * @param at instant of the run
     * @param decide makes the revision from what is known
     */
    Revision revise(Instant at, Function<Known, Revision> decide);
}
