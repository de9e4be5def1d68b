package org.throughline.format.xlsx;

/**
 * A single fact that stands outside the table, found by its label and given with every record.
 *
 * @param name the column under which every record has it
 * @param label the text of the cell that announces it
 * @param look where the fact stands, seen from its label
 */
public record LabelledCell(String name, String label, Look look) {

    /** Where a fact stands, seen from its label. */
    public enum Look {
        /** In the first cell to the right that is not blank. */
        RIGHT,
        /** In the cell below. */
        BELOW
    }
}
