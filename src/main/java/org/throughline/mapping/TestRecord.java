package org.throughline.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.format.SourceRecord;
import org.throughline.problem.Place;

/** A record made up from the columns that a test gives; all other columns of the mapping are empty. */
record TestRecord(List<String> header, List<String> cells) {

    static TestRecord of(SourceTable table, TestCase test) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (SourceField field : table.fields()) {
            String column = field.aka().stream()
                    .filter(test.given()::containsKey)
                    .findFirst()
                    .orElse(field.column());
            cells.put(column, test.given().getOrDefault(column, ""));
        }
        table.ignored()
                .keySet()
                .forEach(column -> cells.put(column, test.given().getOrDefault(column, "")));
        return new TestRecord(new ArrayList<>(cells.keySet()), new ArrayList<>(cells.values()));
    }

    SourceRecord record(Place member) {
        return new SourceRecord(new Place(member.member(), 1, 2, 2, ""), cells);
    }
}
