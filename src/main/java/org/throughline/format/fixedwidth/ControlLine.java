package org.throughline.format.fixedwidth;

import java.util.HashMap;
import java.util.Map;
import org.throughline.problem.Place;

/** What a header or trailer said, as it was passed. */
record ControlLine(Place place, Map<FixedField, String> cells, long lastText) {

    static ControlLine of(ControlRecord record, FixedLines line) {
        Map<FixedField, String> cells = new HashMap<>();
        record.places().forEach(field -> cells.put(field, FixedRecords.cell(line, field)));
        return new ControlLine(new Place("", 0, line.line(), line.line(), ""), cells, line.lastText());
    }

    String cell(FixedField field) {
        return cells.getOrDefault(field, "");
    }

    Place place(FixedField field) {
        return place.in(field.name());
    }

    /** Names no cell. */
    @Override
    public String toString() {
        return "ControlLine[" + place + "]";
    }
}
