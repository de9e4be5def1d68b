package org.throughline.trial;

import java.util.List;
import org.throughline.intake.StagedRecord;

/** Looks on while a file is tried: at every member and every record, in the order of the file. */
public interface TrialWatcher {

    /** A watcher that looks away. */
    static TrialWatcher none() {
        return (tried, record) -> {};
    }

    /** A member begins; the records that follow belong to it. */
    default void member(String name, List<String> header) {}

    /**
     * A record was read and mapped.
     *
     * @param tried its place; its state is known when the whole file is read
     * @param record the record with the sender's values and what the mapping made of it
     */
    void record(TriedRecord tried, StagedRecord record);
}
