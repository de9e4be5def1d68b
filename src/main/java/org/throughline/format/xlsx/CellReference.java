package org.throughline.format.xlsx;

/** Addresses of cells as a spreadsheet shows them, such as C7. */
final class CellReference {
    static final int MOST_COLUMNS = 16_384;
    static final int MOST_ROWS = 1_048_576;
    static final int NONE = -1;

    private static final int LETTERS = 26;

    private CellReference() {}

    /** Index of the column, from 0, in an address; {@link #NONE} where it is none. */
    static int column(String address) {
        int column = 0;
        int at = 0;
        while (at < address.length()
                && address.charAt(at) >= 'A'
                && address.charAt(at) <= 'Z'
                && column <= MOST_COLUMNS) {
            column = column * LETTERS + address.charAt(at) - 'A' + 1;
            at++;
        }
        return at > 0 && at < address.length() && column <= MOST_COLUMNS ? column - 1 : NONE;
    }

    /** Letters of the column with this index, from 0. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
