package org.throughline.format;

import java.io.IOException;
import java.io.Reader;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * The text of an input whose format has one encoding. It ends with a named problem at the first bytes that do not decode, so
 * that no replacement character ever stands for a part of a name.
 */
public final class StrictText extends Reader {
    private final DecodedChars source;
    private final String member;
    private int position;
    private int limit;
    private long lines = 1;

    private StrictText(DecodedChars source, String member) {
        this.source = source;
        this.member = member;
    }

    /**
     * Opens the text; a byte order mark is passed over.
     *
     * @param member the name that a problem's place gives
     */
    public static StrictText open(ByteSource bytes, Encoding encoding, String member) throws IOException {
        return new StrictText(DecodedChars.open(bytes, encoding), member);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(source.chars(), position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        boolean filled = source.fill();
        position = 0;
        limit = source.limit();
        if (filled && source.faulty()) {
            limit = 0;
            Place place = new Place(member, 0, lines, 0, "");
            throw new UnreadableException(Problem.of(
                    ProblemCode.UNDECODABLE,
                    place,
                    "Bytes on line " + lines + " are no text in "
                            + source.charset().name() + "."));
        }
        countLines();
        return filled;
    }

    private void countLines() {
        char[] chars = source.chars();
        for (int index = 0; index < limit; index++) {
            lines += chars[index] == '\n' ? 1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
