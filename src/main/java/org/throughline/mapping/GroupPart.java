package org.throughline.mapping;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.throughline.problem.Place;

/**
 * What one record adds to a check over groups.
 *
 * @param rule the check
 * @param place of the record
 * @param cells the cells of the fields that make the group, without the blanks around them
 * @param values the values of these fields and of all facts, by name
 * @param figures what the record adds to each figure, null for nothing; empty where a cell for it could not be read
 */
record GroupPart(
        GroupRule rule, Place place, List<String> cells, Map<String, Object> values, List<BigDecimal> figures) {

    GroupPart {
        cells = List.copyOf(cells);
        figures = Collections.unmodifiableList(figures);
    }

    /** True where the record belongs to the group, but what it adds is not known. */
    boolean undecided() {
        return figures.isEmpty();
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "GroupPart[" + rule.id() + "]";
    }
}
