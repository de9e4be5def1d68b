package org.throughline.mapping;

import java.util.List;

/**
 * Where the fields of a mapping stand in one file.
 *
 * @param positions column position by field index; -1 where the file has no such column
 * @param names the column's name as the sender writes it, by field index
 */
record Columns(List<Integer> positions, List<String> names) {

    int position(SourceField field) {
        return positions.get(field.index());
    }

    String name(SourceField field) {
        return names.get(field.index());
    }
}
