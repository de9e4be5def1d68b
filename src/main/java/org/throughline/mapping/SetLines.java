package org.throughline.mapping;

import java.util.List;
import org.throughline.canonical.FieldValues;

/** The lines under {@code set} of one entry. */
final class SetLines {

    private final List<SetField> lines;
    private final Slot[] slots;
    private final String[] names;
    private final List<SetField> required;

    SetLines(List<SetField> lines) {
        this.lines = List.copyOf(lines);
        this.required = lines.stream().filter(line -> line.field().required()).toList();
        this.slots = lines.stream().map(SetField::slot).toArray(Slot[]::new);
        this.names = lines.stream().map(line -> line.field().name()).toArray(String[]::new);
    }

    List<SetField> lines() {
        return lines;
    }

    /** The lines without whose value there is no record. */
    List<SetField> required() {
        return required;
    }

    /** The values of one record, those that are missing left out. */
    FieldValues values(Row row) {
        Object[] values = new Object[names.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = slots[i].value(row);
        }
        return new FieldValues(names, values);
    }
}
