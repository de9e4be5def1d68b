package org.throughline.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.mapping.cel.Answer;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/**
 * A check over groups of records: asked once for all records that have the same cells in some fields.
 *
 * @param over the fields that make a group
 * @param figures what is counted and added up over its records
 */
record GroupRule(
        String id,
        Level level,
        List<SourceField> over,
        List<GroupFigure> figures,
        Formula must,
        Saying saying,
        String guidance) {

    GroupRule {
        over = List.copyOf(over);
        figures = List.copyOf(figures);
    }

    /** What a record adds. */
    GroupPart part(Row row, Facts facts) {
        List<String> cells = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>(facts.values());
        for (SourceField field : over) {
            cells.add(row.raw(field).strip());
            values.put(field.name(), row.value(field));
        }
        boolean undecided = row.anyBroken(over, false) || figures.stream().anyMatch(figure -> figure.undecided(row));
        List<BigDecimal> added = new ArrayList<>();
        if (!undecided) {
            figures.forEach(figure -> added.add(figure.of(row)));
        }
        return new GroupPart(this, row.place(), cells, values, added);
    }

    /** The problem of a group, at its first record; null where what must hold does. */
    Problem problem(Place first, RecordValues group) {
        Answer answer = must.expression().answer(group::value);
        return !answer.given() || answer.yes()
                ? null
                : new Problem(id, level, first, saying.fact(), saying.told(group), guidance);
    }
}
