package org.throughline.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.format.RecordFormat;

/**
 * What a mapping says about the table that a sender sends.
 *
 * @param format how the sender's bytes become records
 * @param ignored columns left aside, with the reason
 * @param noteNewColumns true where an unknown column is only noted
 * @param paths true where columns are paths, and one left aside may end in {@code *}
 * @param key fields of the record's own key: an empty one is a missing key, not a missing value
 */
record SourceTable(
        RecordFormat format,
        Map<String, SourceField> byName,
        Map<String, String> ignored,
        boolean noteNewColumns,
        boolean paths,
        Set<String> key) {

    private static final RecordFormat NO_FORMAT = (source, member) -> {
        throw new IllegalStateException("The format of " + member + " is not known yet.");
    };

    SourceTable {
        byName = new LinkedHashMap<>(byName);
        ignored = new LinkedHashMap<>(ignored);
    }

    /** A table whose format is not known yet. */
    static SourceTable of(List<SourceField> fields, Map<String, String> ignored, boolean noteNewColumns) {
        Map<String, SourceField> byName = fields.stream()
                .collect(Collectors.toMap(
                        SourceField::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        return new SourceTable(NO_FORMAT, byName, ignored, noteNewColumns, false, Set.of());
    }

    /** The fields in the order of the mapping. */
    Collection<SourceField> fields() {
        return byName.values();
    }

    /** The same table with these fields as the record's own key. */
    SourceTable withKey(Set<String> newKey) {
        return new SourceTable(format, byName, ignored, noteNewColumns, paths, newKey);
    }

    /** The same table, read in this way. */
    SourceTable withFormat(RecordFormat newFormat) {
        return new SourceTable(newFormat, byName, ignored, noteNewColumns, paths, key);
    }

    /** The same table, whose columns are paths or titles. */
    SourceTable withPaths(boolean newPaths) {
        return new SourceTable(format, byName, ignored, noteNewColumns, newPaths, key);
    }

    /** The field of this name, or null. */
    SourceField field(String name) {
        return byName.get(name);
    }
}
