package org.throughline.format;

import java.util.List;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/**
 * A record that can be told from its neighbors but not read: wrong number of fields, undecodable, a misplaced quote. It is
 * counted and rejected; reading goes on after it.
 *
 * @param cells what could be read of it, possibly nothing
 */
public record BrokenRecord(Place place, List<String> cells, Problem problem) implements Reading {

    public BrokenRecord {
        cells = List.copyOf(cells);
    }

    /** Names no cell. */
    @Override
    public String toString() {
        return "BrokenRecord[" + problem + "]";
    }
}
