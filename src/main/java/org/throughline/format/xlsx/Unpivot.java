package org.throughline.format.xlsx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns every cell of a table into a record of its own: its row's label, its column's headers, its value and its mark.
 *
 * @param labels columns that are labels of their row
 * @param value the column that takes the value
 * @param mark the column that takes the mark
 * @param marks texts that stand in place of a value, with the word for each
 */
public record Unpivot(List<Label> labels, String value, String mark, Map<String, String> marks) {

    public Unpivot {
        labels = List.copyOf(labels);
        marks = new LinkedHashMap<>(marks);
    }

    /**
     * A column that is a label of its row.
     *
     * @param name the column of the unpivoted record
     * @param column its header in the workbook
     */
    public record Label(String name, String column) {}
}
