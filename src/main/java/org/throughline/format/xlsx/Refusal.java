package org.throughline.format.xlsx;

import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Says that a workbook cannot be read any further, at the member it stands in. */
record Refusal(String member) {
    private static final int LONGEST_SHOWN = 60;

    UnreadableException of(ProblemCode code, String fact) {
        return new UnreadableException(Problem.of(code, Place.member(member), fact));
    }

    UnreadableException refused(String fact) {
        return of(ProblemCode.WORKBOOK_REFUSED, fact);
    }

    /** A name that the sender chose, with plain characters only, and not too long, fit for any message. */
    static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N} ._/()&+-]", "?");
        return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN);
    }
}
