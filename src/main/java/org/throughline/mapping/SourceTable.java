package org.throughline.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.format.delimited.Dialect;

/**
 * What a mapping says about the table that a sender sends.
 *
 * @param ignored columns left aside, with the reason
 * @param noteNewColumns true where an unknown column is only noted
 */
record SourceTable(
        Dialect dialect, Map<String, SourceField> byName, Map<String, String> ignored, boolean noteNewColumns) {

    SourceTable {
        byName = new LinkedHashMap<>(byName);
        ignored = new LinkedHashMap<>(ignored);
    }

    static SourceTable of(
            Dialect dialect, List<SourceField> fields, Map<String, String> ignored, boolean noteNewColumns) {
        Map<String, SourceField> byName = fields.stream()
                .collect(Collectors.toMap(
                        SourceField::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        return new SourceTable(dialect, byName, ignored, noteNewColumns);
    }

    /** The fields in the order of the mapping. */
    java.util.Collection<SourceField> fields() {
        return byName.values();
    }

    /** The field of this name, or null. */
    SourceField field(String name) {
        return byName.get(name);
    }
}
