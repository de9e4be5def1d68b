package org.throughline.format.fixedwidth;

import java.util.Comparator;
import java.util.List;

/** The fields of one kind of record, in the order of their positions. They do not overlap. */
public record FixedLayout(List<FixedField> fields) {
    /** The longest record that a layout may describe. */
    public static final int LONGEST = 100_000;

    public FixedLayout {
        fields = fields.stream()
                .sorted(Comparator.comparingInt(FixedField::start))
                .toList();
    }

    /** The column names. */
    public List<String> names() {
        return fields.stream().map(FixedField::name).toList();
    }

    /** Last character of the last field, from 1. */
    public int end() {
        return fields.isEmpty() ? 0 : fields.get(fields.size() - 1).end();
    }
}
