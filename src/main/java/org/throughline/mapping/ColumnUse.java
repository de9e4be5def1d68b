package org.throughline.mapping;

import java.util.List;
import java.util.Set;

/**
 * How a mapping uses one column of a file.
 *
 * @param used false where it is left aside or unknown
 * @param personal true where its cells help to identify somebody, or nobody has said what they are
 * @param crosswalks the code sets through which its cells go
 */
public record ColumnUse(String column, boolean used, boolean personal, List<Crosswalk> crosswalks) {

    public ColumnUse {
        crosswalks = List.copyOf(crosswalks);
    }

    /** True where the cell is a code of every code set it goes through, and of at least one. */
    public boolean isCode(String cell) {
        return !crosswalks.isEmpty()
                && crosswalks.stream().allMatch(crosswalk -> crosswalk.known().contains(cell));
    }

    /**
     * A code set as it applies to a column.
     *
     * @param name the mapping's name for it
     * @param known the sender's codes that it knows, and what counts as empty
     * @param other what becomes of another code: hold_row, warn or note
     */
    public record Crosswalk(String name, Set<String> known, String other) {}
}
