package org.throughline.problem;

/** A rule forbids what somebody asked: a stopped feed, a ruling that cannot hold. Says which rule. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A full sentence without any personal value. */
    public RefusedException(String message) {
        super(message);
    }
}
