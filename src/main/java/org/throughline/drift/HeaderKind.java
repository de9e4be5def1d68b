package org.throughline.drift;

import java.util.List;
import org.throughline.mapping.Outline;

/** What it means of a format that a column is there. */
enum HeaderKind {
    /** The file has a header, agreed with the sender. */
    OWN,
    /** The columns are what happens to stand in the file. */
    FOUND,
    /** The mapping says where the columns stand. */
    PLACED;

    private static final int MOSTLY = 50;
    private static final int ENOUGH = 20;

    static HeaderKind of(Outline.Table table) {
        return switch (table.reading().getOrDefault("format", "")) {
            case "csv", "xlsx" -> OWN;
            case "json", "ndjson", "xml" -> FOUND;
            default -> PLACED;
        };
    }

    /** The columns of a file that the other has not, as far as their absence tells something. */
    List<ColumnLook> settled(FileLook of, FileLook other) {
        List<ColumnLook> without = Renaming.without(of.columns(), other.columns());
        return switch (this) {
            case OWN -> without;
            case FOUND ->
                of.records() < ENOUGH || other.records() < ENOUGH
                        ? List.of()
                        : without.stream()
                                .filter(column -> column.fill(of.records()) >= MOSTLY)
                                .toList();
            case PLACED -> List.of();
        };
    }
}
