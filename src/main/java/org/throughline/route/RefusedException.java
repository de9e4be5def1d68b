package org.throughline.route;

import org.throughline.problem.ProblemCode;

/** Ends a pull or a delivery on a channel. Its message is the fact that is told: no value, no query, no secret. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final boolean goesOn;

    RefusedException(ProblemCode code, String fact, boolean goesOn) {
        super(fact);
        this.code = code;
        this.goesOn = goesOn;
    }

    ProblemCode code() {
        return code;
    }

    /** True where what was fetched so far stays good, and the next pull goes on from there. */
    boolean goesOn() {
        return goesOn;
    }
}
