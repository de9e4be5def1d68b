package org.throughline.trial;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.intake.RecordState;
import org.throughline.intake.StagedRecord;
import org.throughline.problem.Problem;

/** Remembers of every source record what was made of it, so that two mappings can be compared. */
final class Rows implements TrialWatcher {
    private final Map<Id, Row> rows = new LinkedHashMap<>();

    /** A source record: the member and its number there. */
    record Id(String member, long record) {}

    /** What was made of a source record. */
    record Row(TriedRecord tried, List<Told> told, Set<String> staged) {

        boolean taken() {
            return tried.state() != RecordState.HELD && tried.state() != RecordState.REJECTED;
        }

        /** True where it tells of a record that there is. */
        boolean speaks() {
            return told.stream().anyMatch(one -> !one.retracted());
        }

        /** The codes of its problems. */
        Set<String> codes() {
            if (tried.found().isEmpty()) {
                return staged;
            }
            Set<String> all = new LinkedHashSet<>(staged);
            tried.found().forEach(problem -> all.add(problem.code()));
            return all;
        }
    }

    @Override
    public void record(TriedRecord tried, StagedRecord record) {
        Set<String> codes = new LinkedHashSet<>();
        record.problems().stream().map(Problem::code).forEach(codes::add);
        rows.put(
                new Id(record.place().member(), record.place().record()),
                new Row(tried, record.records().stream().map(Told::of).toList(), codes.isEmpty() ? Set.of() : codes));
    }

    Map<Id, Row> all() {
        return rows;
    }
}
