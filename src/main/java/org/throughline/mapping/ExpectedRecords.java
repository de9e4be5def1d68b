package org.throughline.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.mapping.value.Written;
import org.throughline.mapping.yaml.Text;

/**
 * What a test expects of one entity.
 *
 * @param state whether records are written, retracted or not there
 * @param records expected fields per record, in the order of the mapping; a text without a value expects no value
 */
record ExpectedRecords(Entity entity, State state, List<Map<String, Text>> records) {

    /** Whether a test expects records, a retraction, or nothing. */
    enum State {
        WRITTEN,
        RETRACTED,
        ABSENT
    }

    ExpectedRecords {
        records = records.stream().<Map<String, Text>>map(LinkedHashMap::new).toList();
    }

    /** What differs from what the mapping made; empty where nothing does. */
    List<String> differences(List<CanonicalRecord> made) {
        List<CanonicalRecord> mine =
                made.stream().filter(record -> record.entity() == entity).toList();
        List<CanonicalRecord> written =
                mine.stream().filter(record -> !record.retracted()).toList();
        String table = entity.table();
        List<String> differences = new ArrayList<>();
        if (state == State.ABSENT && !mine.isEmpty()) {
            differences.add(table + ": none was expected, but there " + count(mine.size()) + ".");
        }
        if (state == State.RETRACTED && (mine.isEmpty() || !written.isEmpty())) {
            differences.add(table + ": a retraction was expected, but there "
                    + (mine.isEmpty() ? "is none" : count(written.size())) + ".");
        }
        if (state == State.WRITTEN && written.size() != records.size()) {
            differences.add(table + ": " + records.size() + " expected, but there " + count(written.size()) + ".");
        } else if (state == State.WRITTEN) {
            for (int i = 0; i < records.size(); i++) {
                differences.addAll(differences(records.get(i), written.get(i)));
            }
        }
        return differences;
    }

    private static String count(int records) {
        return records == 0 ? "is none" : records == 1 ? "is one" : "are " + records;
    }

    private static List<String> differences(Map<String, Text> expected, CanonicalRecord made) {
        List<String> differences = new ArrayList<>();
        expected.forEach((field, text) -> {
            Optional<Object> value = made.value(field);
            if (!same(text, value)) {
                differences.add(made.entity().table() + "." + field + ": expected "
                        + (text.unset() ? "nothing" : "`" + text.text() + "`") + ", but it is "
                        + value.map(is -> "`" + Written.text(is) + "`").orElse("nothing") + ".");
            }
        });
        return differences;
    }

    private static boolean same(Text expected, Optional<Object> value) {
        if (expected.unset() || value.isEmpty()) {
            return expected.unset() && value.isEmpty();
        }
        if (value.get() instanceof BigDecimal number) {
            return expected.text().matches("[+-]?\\d+(\\.\\d+)?")
                    && number.compareTo(new BigDecimal(expected.text())) == 0;
        }
        return Written.text(value.get()).equals(expected.text());
    }
}
