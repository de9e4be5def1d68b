package org.throughline.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.format.delimited.Dialect;

/**
 * What a mapping says about the table that a sender sends.
 *
 * @param ignored columns left aside, with the reason
 * @param noteNewColumns true where an unknown column is only noted
 * @param key fields of the record's own key: an empty one is a missing key, not a missing value
 */
record SourceTable(
        Dialect dialect,
        Map<String, SourceField> byName,
        Map<String, String> ignored,
        boolean noteNewColumns,
        Set<String> key) {

    SourceTable {
        byName = new LinkedHashMap<>(byName);
        ignored = new LinkedHashMap<>(ignored);
    }

    static SourceTable of(
            Dialect dialect, List<SourceField> fields, Map<String, String> ignored, boolean noteNewColumns) {
        Map<String, SourceField> byName = fields.stream()
                .collect(Collectors.toMap(
                        SourceField::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        return new SourceTable(dialect, byName, ignored, noteNewColumns, Set.of());
    }

    /** The fields in the order of the mapping. */
    Collection<SourceField> fields() {
        return byName.values();
    }

    /** The same table with these fields as the record's own key. */
    SourceTable withKey(Set<String> newKey) {
        return new SourceTable(dialect, byName, ignored, noteNewColumns, newKey);
    }

    /** The field of this name, or null. */
    SourceField field(String name) {
        return byName.get(name);
    }
}
