package org.throughline.intake;

import java.util.List;
import org.throughline.format.SourceRecord;
import org.throughline.mapping.Facts;
import org.throughline.problem.Place;

/** A record kept for another evaluation. */
public record HeldCells(
        RecordId id, List<String> header, Place place, List<String> cells, Facts facts, long mappingVersion) {

    public HeldCells {
        header = List.copyOf(header);
        cells = List.copyOf(cells);
    }

    /** The record as it was read. */
    SourceRecord record() {
        return new SourceRecord(place, cells);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "HeldCells[" + id + "]";
    }
}
