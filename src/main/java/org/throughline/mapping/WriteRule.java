package org.throughline.mapping;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.canonical.FieldValues;
import org.throughline.mapping.cel.Answer;
import org.throughline.problem.Level;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * One entry under {@code write}: which canonical record a source record becomes.
 *
 * @param first true for the entry whose key is the record's own key
 * @param updated when the sender last changed the record
 * @param closes true where a snapshot that leaves the record out ends it
 */
record WriteRule(
        Entity entity,
        boolean first,
        KeyRule key,
        WriteConditions conditions,
        Optional<Named> updated,
        boolean closes,
        SetLines lines) {

    /** The lines under {@code set}. */
    List<SetField> set() {
        return lines.lines();
    }

    /** The canonical record; null where there is none to tell, with problems where there should be one. */
    CanonicalRecord record(Row row) {
        if (row.anyBroken(key.fields(), false) || conditions.undecided(row)) {
            return null;
        }
        boolean there = true;
        if (conditions.when().isPresent()) {
            Answer wanted = conditions.when().get().answer(row);
            if (!wanted.given()) {
                return null;
            }
            there = wanted.yes();
        }
        boolean silent = conditions.silent(row);
        String text = key.text(row);
        if (text == null) {
            keyMissing(row, there && !silent);
            return null;
        }
        return silent ? null : told(row, text, there && !conditions.retracted(row));
    }

    private CanonicalRecord told(Row row, String text, boolean there) {
        if (!there) {
            return new CanonicalRecord(entity, text, FieldValues.NONE, updatedAt(row), true);
        }
        FieldValues values = lines.values(row);
        return complete(row, values) ? new CanonicalRecord(entity, text, values, updatedAt(row), false) : null;
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

    private boolean complete(Row row, FieldValues values) {
        boolean complete = true;
        for (int place : lines.required()) {
            if (!values.has(place)) {
                complete = false;
                fieldMissing(row, lines.lines().get(place));
            }
        }
        return complete;
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
        Object value = updated.isPresent() ? updated.get().value(row) : null;
        if (value instanceof LocalDate day) {
            return Optional.of(day.atStartOfDay());
        }
        return Optional.ofNullable((LocalDateTime) value);
    }
}
