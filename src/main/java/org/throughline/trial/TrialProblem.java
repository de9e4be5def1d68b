package org.throughline.trial;

import java.util.List;
import org.throughline.intake.ProblemReport;
import org.throughline.problem.Place;

/**
 * All problems of one kind in a file that was tried.
 *
 * @param report as a receipt tells it, without any cell value
 * @param told the first of them with the sender's own values; goes to the sender only
 */
public record TrialProblem(ProblemReport report, List<Told> told) {

    public TrialProblem {
        told = List.copyOf(told);
    }

    /** One of them, told at its place. */
    public record Told(Place place, String text) {

        /** Names no value. */
        @Override
        public String toString() {
            return "Told[" + place + "]";
        }
    }
}
