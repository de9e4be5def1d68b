package org.throughline.format.xlsx;

import java.util.List;

/**
 * Where a table stands in its sheet.
 *
 * @param headers the texts of its header rows, from column {@code from} to {@code to}
 * @param from index of its first column
 * @param to index after its last column
 * @param headerRow first row of the header; 0 where the header is declared
 * @param firstRow first row that may hold a record
 * @param endRow first row after the table
 * @param facts what stands outside the table, in the order of the layout
 */
record Outline(
        List<List<String>> headers, int from, int to, long headerRow, long firstRow, long endRow, List<String> facts) {

    Outline {
        headers = List.copyOf(headers);
        facts = List.copyOf(facts);
    }

    boolean holds(long row) {
        return row >= firstRow && row < endRow;
    }
}
