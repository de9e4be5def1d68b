package org.throughline.mapping;

import java.util.List;
import java.util.stream.IntStream;
import org.throughline.canonical.FieldValues;

/** The lines under {@code set} of one entry. */
final class SetLines {

    private final List<SetField> lines;
    private final Slot[] slots;
    private final String[] names;
    private final int[] required;

    SetLines(List<SetField> lines) {
        this.lines = List.copyOf(lines);
        this.required = IntStream.range(0, lines.size())
                .filter(place -> lines.get(place).field().required())
                .toArray();
        this.slots = lines.stream().map(SetField::slot).toArray(Slot[]::new);
        this.names = lines.stream().map(line -> line.field().name()).toArray(String[]::new);
    }

    List<SetField> lines() {
        return lines;
    }

    /** The places of the lines without whose value there is no record. */
    int[] required() {
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
