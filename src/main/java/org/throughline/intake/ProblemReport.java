package org.throughline.intake;

import java.util.List;
import org.throughline.problem.Place;

/**
 * All problems of one code in a submission.
 *
 * @param rows how many records have it
 * @param message what is wrong, without any cell value
 * @param places the first hundred places
 */
public record ProblemReport(String code, String level, long rows, String message, String guidance, List<Place> places) {

    public ProblemReport {
        places = List.copyOf(places);
    }

    /** The message where a file or member as a whole has the same kind of problem several times. */
    public static String message(String fact, boolean whole, long times) {
        return whole && times > 1 ? fact + " The same holds for " + (times - 1) + " more, named under places." : fact;
    }
}
