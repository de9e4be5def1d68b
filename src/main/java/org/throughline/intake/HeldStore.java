package org.throughline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records that wait for a correction or a ruling. */
public interface HeldStore {

    /** Held and waiting records, newest submission first. */
    List<HeldRecord> list(Optional<FeedId> feed, int limit);

    /** One record with its problems, told in full. */
    Optional<HeldRecord> find(RecordId id);

    /** The cells of a record and the header to read them by. */
    Optional<HeldCells> cells(RecordId id);

    /**
     * Ends a held record as rejected by a person. Waits until its sender's files are loaded or replayed; false where the
     * record is no longer held then.
     */
    boolean reject(RecordId id, String reason, Instant at);

    /** Notes who released a record or, with no record, a whole submission. */
    void released(long submission, List<RecordId> records, String reason, Instant at);
}
