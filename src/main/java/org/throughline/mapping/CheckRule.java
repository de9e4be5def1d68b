package org.throughline.mapping;

import java.util.Optional;
import org.throughline.mapping.cel.Answer;
import org.throughline.problem.Level;
import org.throughline.problem.Problem;

/** A check of the mapping's own: what must hold for every record, and what to tell the sender where it does not. */
record CheckRule(String id, Level level, Optional<Formula> when, Formula must, Saying saying, String guidance) {

    /** Asks the check; a failure is a problem at the check's level, or at WARN where a person waived the checks. */
    void check(Row row, boolean waived) {
        if (must.undecided(row) || when.isPresent() && when.get().undecided(row)) {
            return;
        }
        if (when.isPresent() && !when.get().answer(row).yes()) {
            return;
        }
        Answer answer = must.answer(row);
        if (answer.given() && !answer.yes()) {
            Level weight = waived && level == Level.HOLD_ROW ? Level.WARN : level;
            row.report(new Problem(id, weight, row.place(must.fields()), saying.fact(), saying.told(row), guidance));
        }
    }
}
