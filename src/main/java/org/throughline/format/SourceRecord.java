package org.throughline.format;

import java.util.List;
import org.throughline.problem.Place;

/**
 * One record as the sender wrote it: cells by position, in the order of the reader's header.
 *
 * @param place member, record number, line and row
 * @param cells the raw text of each field; empty text where nothing stands
 */
public record SourceRecord(Place place, List<String> cells) implements Reading {

    public SourceRecord {
        cells = List.copyOf(cells);
    }

    /** Names no cell: records hold personal data. */
    @Override
    public String toString() {
        return "SourceRecord[" + place + ", " + cells.size() + " cells]";
    }
}
