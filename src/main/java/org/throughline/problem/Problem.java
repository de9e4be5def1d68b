package org.throughline.problem;

/**
 * One thing that is wrong with what a sender sent. The fact never holds a cell value, so that it may be logged and shown to
 * anybody; the told text may, and goes to the sender's own receipt and to screens whose viewer may see it.
 *
 * @param code a {@link ProblemCode} name or the id of the mapping's own check
 * @param fact what is wrong, and what was expected, without any cell value
 * @param told the same with cell values
 * @param guidance what to do
 */
public record Problem(String code, Level level, Place place, String fact, String told, String guidance) {

    /** A problem of the hub's own kind whose fact holds no value. */
    public static Problem of(ProblemCode code, Level level, Place place, String fact) {
        return new Problem(code.name(), level, place, fact, fact, code.guidance());
    }

    /** A problem of the hub's own kind at its usual level. */
    public static Problem of(ProblemCode code, Place place, String fact) {
        return of(code, code.level(), place, fact);
    }

    /** The same problem, told to the sender with its cell values. */
    public Problem telling(String toldWithValues) {
        return new Problem(code, level, place, fact, toldWithValues, guidance);
    }

    /** The same problem with other advice. */
    public Problem advising(String newGuidance) {
        return new Problem(code, level, place, fact, told, newGuidance);
    }

    /** The same problem at another place. */
    public Problem at(Place newPlace) {
        return new Problem(code, level, newPlace, fact, told, guidance);
    }

    /** Leaves the told text out: a problem may end up in a log. */
    @Override
    public String toString() {
        return "Problem[" + code + ", " + level.word() + ", " + place + ", " + fact + "]";
    }
}
