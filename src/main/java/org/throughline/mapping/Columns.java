package org.throughline.mapping;

import java.util.Collection;
import java.util.List;

/**
 * Where the fields of a mapping stand in one file: by field index the column's position, -1 where the file has no such column,
 * and its name as the sender writes it.
 */
final class Columns {

    private final SourceField[] fields;
    private final int[] positions;
    private final List<String> names;

    Columns(Collection<SourceField> fields, List<Integer> positions, List<String> names) {
        this.fields = fields.toArray(SourceField[]::new);
        this.positions = positions.stream().mapToInt(Integer::intValue).toArray();
        this.names = List.copyOf(names);
    }

    /** The fields in the order of the mapping. */
    SourceField[] fields() {
        return fields;
    }

    int position(SourceField field) {
        return positions[field.index()];
    }

    String name(SourceField field) {
        return names.get(field.index());
    }
}
