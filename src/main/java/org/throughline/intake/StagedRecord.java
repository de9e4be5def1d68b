package org.throughline.intake;

import java.util.List;
import java.util.Optional;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/**
 * A source record on its way to a decision.
 *
 * @param key the sender's key, as far as it could be read; empty text where it could not
 * @param state held or rejected where that is clear already; empty where the database decides
 * @param cells the record as the sender wrote it
 * @param records what the mapping made of it
 */
public record StagedRecord(
        Place place,
        String key,
        Optional<RecordState> state,
        List<String> cells,
        List<CanonicalRecord> records,
        List<Problem> problems) {

    public StagedRecord {
        cells = List.copyOf(cells);
        records = List.copyOf(records);
        problems = List.copyOf(problems);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "StagedRecord[" + place + ", " + state + ", " + records + "]";
    }
}
