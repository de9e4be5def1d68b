package org.throughline.format.delimited;

/** What becomes of a cell that a spreadsheet would take for a formula. */
public enum FormulaPolicy {
    /** The cell is written as it is. */
    KEEP {
        @Override
        String apply(String cell) {
            return cell;
        }
    },
    /** A cell that starts with = + - @ TAB or CR gets an apostrophe in front, so that no spreadsheet evaluates it. */
    DEFUSE {
        @Override
        String apply(String cell) {
            return !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        }
    };

    private static final String STARTS = "=+-@\t\r";

    abstract String apply(String cell);
}
