package org.throughline.linkage;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The stored state of linkage. */
public interface ClientIndex {

    /** What is known now. */
    Known known();

    /** Merges that name the record, also those that hold no longer, in the order in which they were told. */
    List<ToldMerge> mergesOf(ClientRef record);

    /**
     * Reads, decides and writes in one transaction, one at a time across all hubs; an empty revision writes nothing.
     *
     * @param at instant of the run
     * @param decide makes the revision from what is known
     */
    Revision revise(Instant at, Function<Known, Revision> decide);
}
