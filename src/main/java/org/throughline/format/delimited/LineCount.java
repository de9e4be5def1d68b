package org.throughline.format.delimited;

/** Counts physical lines that end with CR, LF or CRLF, in any mixture. */
final class LineCount {
    private long line = 1;
    private long start;
    private long afterReturn = -1;

    /** Passes a CR or LF at this offset. */
    void end(char lineEnd, long offset) {
        if (!completes(lineEnd, offset)) {
            line++;
            start = offset + 1;
        }
        if (lineEnd == '\r') {
            afterReturn = offset + 1;
        }
    }

    /** True, and passed, where this is the LF of a CRLF. */
    boolean completes(char character, long offset) {
        boolean second = character == '\n' && offset == afterReturn;
        if (second) {
            start = offset + 1;
        }
        return second;
    }

    long line() {
        return line;
    }

    /** Place of this offset on the current line, from 1. */
    long character(long offset) {
        return offset - start + 1;
    }

    String place(long offset) {
        return "line " + line + ", character " + character(offset);
    }
}
