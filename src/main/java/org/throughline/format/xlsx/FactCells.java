package org.throughline.format.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Looks for the facts that stand outside a table, row by row. */
final class FactCells {
    private final List<LabelledCell> cells;
    private final List<Label> labels;
    private final Sheet sheet;
    private final Map<String, String> found = new HashMap<>();
    private final List<Below> below = new ArrayList<>();
    private Optional<Problem> problem = Optional.empty();

    /** A fact that stands in a row to come. */
    private record Below(LabelledCell cell, long row, int column) {}

    FactCells(List<LabelledCell> cells, Sheet sheet) {
        this.cells = cells;
        this.labels = cells.stream().map(cell -> new Label(cell.label())).toList();
        this.sheet = sheet;
    }

    void see(SheetRow row) {
        below.stream().filter(waiting -> waiting.row() == row.number()).forEach(waiting -> take(waiting, row));
        below.removeIf(waiting -> waiting.row() <= row.number());
        for (int index = 0; index < cells.size(); index++) {
            int column = row.find(labels.get(index));
            if (column != CellReference.NONE) {
                see(row, cells.get(index), column);
            }
        }
    }

    private void see(SheetRow row, LabelledCell cell, int column) {
        if (found.putIfAbsent(cell.name(), "") != null) {
            note(
                    ProblemCode.LABEL_MISSING,
                    row.number(),
                    "The label " + cell.label() + " stands twice outside the table of the sheet " + sheet.shown()
                            + ".");
        } else if (cell.look() == LabelledCell.Look.BELOW) {
            below.add(new Below(cell, row.number() + 1, column));
        } else {
            int right = column + 1;
            while (right < row.width() && row.blank(right)) {
                right++;
            }
            take(new Below(cell, row.number(), right), row);
        }
    }

    private void take(Below place, SheetRow row) {
        row.fault(place.column()).ifPresent(fault -> note(fault.code(), row.number(), fault.fact()));
        found.put(place.cell().name(), row.value(place.column()));
    }

    private void note(ProblemCode code, long row, String fact) {
        if (problem.isEmpty()) {
            problem = Optional.of(Problem.of(code, Level.HOLD_FILE, new Place("", 0, 0, row, ""), fact));
        }
    }

    /** The first thing that is wrong, when all rows are seen. */
    Optional<Problem> problem(String member) {
        for (LabelledCell cell : cells) {
            if (!found.containsKey(cell.name())) {
                note(
                        ProblemCode.LABEL_MISSING,
                        0,
                        "No cell outside the table of the sheet " + sheet.shown() + " holds the label " + cell.label()
                                + ".");
            }
        }
        return problem.map(
                first -> first.at(new Place(member, 0, 0, first.place().row(), "")));
    }

    /** The facts in the order of the layout. */
    List<String> values() {
        return cells.stream().map(cell -> found.getOrDefault(cell.name(), "")).toList();
    }
}
