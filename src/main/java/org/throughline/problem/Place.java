package org.throughline.problem;

/**
 * Where in a submission something stands.
 *
 * @param member name of the member file; empty for the submission as a whole
 * @param record number of the record in the member, from 1; 0 where the place is no record
 * @param line physical line on which the record starts, from 1; of a fault within it the line of the fault; 0 where unknown
 * @param row row as a spreadsheet shows it, from 1; 0 where unknown
 * @param column name of the column as the sender writes it; empty where the place is the whole record
 */
public record Place(String member, long record, long line, long row, String column) {

    /** The submission as a whole. */
    public static Place submission() {
        return new Place("", 0, 0, 0, "");
    }

    /** A member as a whole. */
    public static Place member(String member) {
        return new Place(member, 0, 0, 0, "");
    }

    /** The same place, narrowed to a column. */
    public Place in(String newColumn) {
        return new Place(member, record, line, row, newColumn);
    }
}
