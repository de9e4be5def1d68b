package org.throughline.cli;

/** How a command ends, for whoever called it. */
public enum ExitCode {
    /** Everything is as it should be. */
    OK(0),
    /** Something the hub did not expect; its log says more. */
    UNEXPECTED(1),
    /** The command was not written as it should be. */
    USAGE(2),
    /** Problems were found in data, mappings or set-up. */
    PROBLEMS(3),
    /** What was asked for is not there. */
    NOT_FOUND(4),
    /** A policy forbids it. */
    REFUSED(5),
    /** Something needed is busy or away. */
    TRY_LATER(75);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the shell sees. */
    public int number() {
        return number;
    }
}
