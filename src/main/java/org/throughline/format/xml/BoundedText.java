package org.throughline.format.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Text of which the parser takes a bounded part for a single event, so that no name or comment can fill the memory. */
final class BoundedText extends FilterReader {
    static final int LIMIT = 16_000_000;

    private final String member;
    private int taken;

    BoundedText(Reader text, String member) {
        super(text);
        this.member = member;
    }

    /** Says that an event is over. */
    void release() {
        taken = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        taken += Math.max(0, count);
        if (taken > LIMIT) {
            String fact = String.format("A name, a comment or another part has more than %,d characters.", LIMIT);
            throw new UnreadableException(
                    Problem.of(ProblemCode.FIELD_TOO_LONG, Level.HOLD_FILE, Place.member(member), fact));
        }
        return count;
    }
}
