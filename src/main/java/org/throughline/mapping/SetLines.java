package org.throughline.mapping;

import java.util.List;
import org.throughline.canonical.FieldValues;

/** The lines under {@code set} of one entry. */
final class SetLines {

    private final List<SetField> lines;
    private final String[] names;

    SetLines(List<SetField> lines) {
        this.lines = List.copyOf(lines);
        this.names = lines.stream().map(line -> line.field().name()).toArray(String[]::new);
    }

    List<SetField> lines() {
        return lines;
    }

    /** The values of one record, those that are missing left out. */
    FieldValues values(Row row) {
        Object[] values = new Object[names.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = lines.get(i).slot().value(row);
        }
        return new FieldValues(names, values);
    }
}
