package org.throughline.format.xlsx;

/**
 * One sheet of a workbook.
 *
 * @param title as its tab shows it
 * @param part where its cells are
 * @param hidden true where the spreadsheet does not show it
 */
record Sheet(String title, String part, boolean hidden) {

    /** The title as a message may show it. */
    String shown() {
        return Refusal.shown(title);
    }

    /** The cell with this row and column index, as a message shows it. */
    String cell(long row, int column) {
        return shown() + "!" + CellReference.letters(column) + row;
    }
}
