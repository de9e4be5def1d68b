package org.throughline.mapping;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.mapping.cel.Answer;
import org.throughline.problem.Level;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * One entry under {@code write}: which canonical record a source record becomes.
 *
 * @param first true for the entry whose key is the record's own key
 * @param when where it is there and says no, the sender says that there is no such record
 * @param retractWhen where it is there and says yes, the sender says that there is no such record any more
 * @param silentWhen where it is there and says yes, the sender says nothing of such a record
 * @param updated when the sender last changed the record
 * @param closes true where a snapshot that leaves the record out ends it
 */
record WriteRule(
        Entity entity,
        boolean first,
        KeyRule key,
        Optional<Formula> when,
        Optional<Formula> retractWhen,
        Optional<Formula> silentWhen,
        Optional<Named> updated,
        boolean closes,
        List<SetField> set) {

    WriteRule {
        set = List.copyOf(set);
    }

    /** The canonical record; empty where there is none to tell, with problems where there should be one. */
    Optional<CanonicalRecord> record(Row row) {
        if (undecided(row)) {
            return Optional.empty();
        }
        Optional<Answer> wanted = when.map(formula -> formula.answer(row));
        if (wanted.isPresent() && !wanted.get().given()) {
            return Optional.empty();
        }
        boolean silent = says(silentWhen, row);
        boolean there = wanted.map(Answer::yes).orElse(true);
        String text = key.text(row);
        if (text == null) {
            keyMissing(row, there && !silent);
            return Optional.empty();
        }
        if (silent) {
            return Optional.empty();
        }
        if (!there || says(retractWhen, row)) {
            return Optional.of(new CanonicalRecord(entity, text, Map.of(), updatedAt(row), true));
        }
        return values(row).map(values -> new CanonicalRecord(entity, text, values, updatedAt(row), false));
    }

    private static boolean says(Optional<Formula> formula, Row row) {
        return formula.map(asked -> asked.answer(row).yes()).orElse(false);
    }

    private boolean undecided(Row row) {
        return row.anyBroken(key.fields(), false)
                || Stream.of(when, retractWhen, silentWhen)
                        .flatMap(Optional::stream)
                        .anyMatch(formula -> formula.undecided(row));
    }

    private void keyMissing(Row row, boolean there) {
        if (!first && !there) {
            return;
        }
        List<SourceField> empty =
                key.fields().stream().filter(field -> row.value(field) == null).toList();
        String because = empty.isEmpty()
                ? "a fact of its key is not known"
                : row.described(empty) + (empty.size() == 1 ? " is empty" : " are empty");
        row.report(Problem.of(
                ProblemCode.KEY_MISSING,
                first ? Level.REJECT : Level.HOLD_ROW,
                row.place(empty),
                "The " + entity.table() + " has no key: " + because + "."));
    }

    private Optional<Map<String, Object>> values(Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean complete = true;
        for (SetField line : set) {
            Object value = line.slot().value(row);
            if (value != null) {
                values.put(line.field().name(), value);
            } else if (line.field().required()) {
                complete = false;
                fieldMissing(row, line);
            }
        }
        return complete ? Optional.of(values) : Optional.empty();
    }

    private void fieldMissing(Row row, SetField line) {
        if (row.anyBroken(line.sources())) {
            return;
        }
        String from = line.sources().isEmpty() ? "" : " from " + row.described(line.sources());
        row.report(Problem.of(
                ProblemCode.FIELD_MISSING,
                row.place(line.sources()),
                "The " + entity.table() + " cannot be stored without "
                        + line.field().name() + ", which has no value" + from + "."));
    }

    private Optional<LocalDateTime> updatedAt(Row row) {
        return updated.map(named -> named.value(row))
                .map(value -> value instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) value);
    }
}
