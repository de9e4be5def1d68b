package org.throughline.intake;

import java.util.Map;
import java.util.Optional;

/**
 * State of every record of a member and the problems told about it, by record number. Read in the order of the file, so that
 * an implementation may stream.
 */
public interface RecordNotes extends AutoCloseable {

    /** The note about a record. */
    Optional<RecordNote> note(long recordNumber);

    @Override
    void close();

    /** Notes held in memory. */
    static RecordNotes of(Map<Long, RecordNote> notes) {
        return new RecordNotes() {
            @Override
            public Optional<RecordNote> note(long recordNumber) {
                return Optional.ofNullable(notes.get(recordNumber));
            }

            @Override
            public void close() {}
        };
    }
}
