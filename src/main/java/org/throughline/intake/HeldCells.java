package org.throughline.intake;

import java.util.List;
import org.throughline.format.SourceRecord;
import org.throughline.mapping.Facts;

/** A record kept for another evaluation. */
public record HeldCells(RecordId id, List<String> header, SourceRecord record, Facts facts, long mappingVersion) {

    /** Names no value. */
    @Override
    public String toString() {
        return "HeldCells[" + id + "]";
    }
}
