package org.throughline.mapping;

import java.util.List;

/**
 * Where the fields of a mapping stand in one file: by field index the column's position, -1 where the file has no such column,
 * and its name as the sender writes it.
 */
final class Columns {

    private final int[] positions;
    private final List<String> names;

    Columns(List<Integer> positions, List<String> names) {
        this.positions = positions.stream().mapToInt(Integer::intValue).toArray();
        this.names = List.copyOf(names);
    }

    int position(SourceField field) {
        return positions[field.index()];
    }

    String name(SourceField field) {
        return names.get(field.index());
    }
}
