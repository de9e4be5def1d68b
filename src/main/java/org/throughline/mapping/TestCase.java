package org.throughline.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.mapping.yaml.Mark;

/**
 * An example inside a mapping: a record as the sender would write it, and what must come of it.
 *
 * @param given column to cell; other columns are empty
 * @param facts facts of the submission
 * @param expected what must come of it, by entity
 * @param problems codes and check ids; empty where no problem may hold the record
 */
record TestCase(
        String name,
        Mark mark,
        Map<String, String> given,
        Map<String, Object> facts,
        List<ExpectedRecords> expected,
        Optional<List<String>> problems) {

    TestCase {
        given = Map.copyOf(given);
        facts = Map.copyOf(facts);
        expected = List.copyOf(expected);
    }
}
