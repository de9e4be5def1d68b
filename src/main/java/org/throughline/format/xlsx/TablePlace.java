package org.throughline.format.xlsx;

import java.util.Optional;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** A table in its sheet, and how places in it are told. */
record TablePlace(Outline outline, Sheet sheet, String member) {

    Problem problem(CellFault fault, Place place) {
        return Problem.of(fault.code(), place, fault.fact());
    }

    /** A cell of the row that stands under no header. */
    Optional<Problem> outside(SheetRow row, Place place) {
        int column = 0;
        while (column < outline.from() && row.blank(column)) {
            column++;
        }
        if (column == outline.from()) {
            column = Math.max(outline.to(), row.width() - 1);
        }
        return row.blank(column) ? Optional.empty() : Optional.of(headless(row, column, place));
    }

    Problem headless(SheetRow row, int column, Place place) {
        String letters = CellReference.letters(column);
        String fact =
                "The cell " + sheet.cell(row.number(), column) + " holds something, but its column has no header.";
        return Problem.of(ProblemCode.FIELD_COUNT, place.in("column " + letters), fact)
                .advising("Give the column a header, or clear the cell.");
    }
}
