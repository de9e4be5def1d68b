package org.throughline.format.xlsx;

import java.util.List;
import java.util.Optional;

/**
 * A table that is a part of its sheet, found by labels.
 *
 * @param from the text in the first row of its header
 * @param to the text in the first row after the table; without it the table goes to the end of the sheet
 * @param layers its header rows from top to bottom; none for a single ordinary one
 * @param unpivot how its cells become records of their own, where they do
 */
public record TableBlock(String from, Optional<String> to, List<HeaderLayer> layers, Optional<Unpivot> unpivot) {

    public TableBlock {
        layers = List.copyOf(layers);
    }

    /** Rows of the header. */
    int headerRows() {
        return Math.max(1, layers.size());
    }
}
