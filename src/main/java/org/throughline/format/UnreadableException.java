package org.throughline.format;

import java.io.IOException;
import org.throughline.problem.Problem;

/**
 * Says, through a stream of bytes, that the sender's input ends here: a damaged or hostile archive entry. A record reader
 * turns it into a {@link BrokenInput}.
 */
public final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public UnreadableException(Problem problem) {
        super(problem.fact());
        this.problem = problem;
    }

    /** No trace is taken: a file may hold many broken lines, each of which is told by its problem. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    /** What is wrong, for the sender. */
    public Problem problem() {
        return problem;
    }
}
