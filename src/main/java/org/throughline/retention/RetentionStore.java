package org.throughline.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the database knows of retention. What is removed and its proof are one transaction. */
public interface RetentionStore {

    /** What is no longer to be kept on a day, in the order in which it goes. */
    List<Due> due(LocalDate on);

    /** What a purge on a day would remove: tried, counted and taken back. */
    List<Proof> tried(LocalDate on);

    /** Purges a part of a submission; refused where it is held or its day has not come. */
    Proof purge(Proof tried, LocalDate on);

    /** Purges what a proof says was purged, where the database was restored from before. */
    Again again(String proof);

    /** All proofs, oldest first. */
    List<Proof> proofs();

    /** Names of the proofs that no look has followed yet. */
    Set<String> unchecked();

    /** Rows that should not be there any more. */
    long rowsLeft(Proof proof);

    /** Enters that somebody looked for what should be gone, and how much was there. */
    void checked(Proof proof, long leftOver);

    /** What purging again came to. */
    enum Again {
        /** The database knows the proof. */
        KNOWN,
        /** It was there again, and is gone. */
        PURGED,
        /** The database was never told of it; the proof stands in it now. */
        ABSENT,
        /** A legal hold in the restored database keeps it. */
        HELD
    }
}
