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

    /** How many facts of a file as a whole one message tells. */
    public static final int FACTS = 10;

    public ProblemReport {
        places = List.copyOf(places);
    }

    /**
     * The message of a kind of problem: of records, the first fact; of a file or member as a whole, all facts up to
     * {@value #FACTS}, since each may tell other numbers.
     *
     * @param facts the first facts, in order
     * @param times how many problems there are
     */
    public static String message(List<String> facts, boolean whole, long times) {
        if (!whole) {
            return facts.get(0);
        }
        String told = String.join(" ", facts.subList(0, Math.min(FACTS, facts.size())));
        return times <= FACTS
                ? told
                : told + " The same holds for " + (times - FACTS) + " more, the first of them named under places.";
    }
}
