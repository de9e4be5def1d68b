package org.throughline.drift;

import java.util.List;

/**
 * Something that is not as it was.
 *
 * @param fact what changed, without any personal value
 * @param at {@code file:line} of the mapping where a change would follow; empty text where there is no such line
 * @param proposal lines of a mapping that would take the change, for its author to decide
 */
public record Change(Kind kind, String column, String fact, String at, List<String> proposal) {

    public Change {
        proposal = List.copyOf(proposal);
    }

    /** What can change. */
    public enum Kind {
        /** A column that was not there. */
        COLUMN_ADDED,
        /** A column that is there no more. */
        COLUMN_REMOVED,
        /** A column that probably has another name now. */
        COLUMN_RENAMED,
        /** Hardly a column of before is left. */
        COLUMNS_REPLACED,
        /** The same columns in another order. */
        COLUMNS_REORDERED,
        /** Values of another type, or days written in another way. */
        TYPE_CHANGED,
        /** Codes that were not there. */
        CODES_ADDED,
        /** A column that is much fuller or much emptier. */
        FILL_JUMPED,
        /** Many more or many fewer records. */
        RECORDS_JUMPED
    }
}
