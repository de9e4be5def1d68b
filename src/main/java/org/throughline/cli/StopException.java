package org.throughline.cli;

/** Ends a command with a sentence for the person who called it, and no stack trace. */
public final class StopException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    /** The sentence says what is the matter and what to do. */
    public StopException(ExitCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** How the command ends. */
    public ExitCode code() {
        return code;
    }
}
