package org.throughline.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Lines of UTF-8 text, one by one and in bounded memory. A line that is too long or does not decode is told as such, and the
 * next one is read all the same. A byte order mark and blank lines are passed over.
 */
public final class TextLines implements Closeable {
    /** A longer line is not kept. */
    public static final int LIMIT = 16_000_000;

    private static final int SIZE = 1 << 13;
    private static final String MARK = "\uFEFF";

    private final InputStream bytes;
    private final String member;
    private final byte[] buffer = new byte[SIZE];
    private byte[] line = new byte[SIZE];
    private int position;
    private int limit;
    private int length;
    private boolean tooLong;
    private long number;

    private TextLines(InputStream bytes, String member) {
        this.bytes = bytes;
        this.member = member;
    }

    /**
     * A line without its end.
     *
     * @param number of the line in the file, from 1
     * @param text empty where there is a problem
     */
    public record Line(long number, String text, Optional<Problem> problem) {

        /** Names no text: lines hold personal data. */
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /**
     * Opens the lines.
     *
     * @param member the name that a problem's place gives
     */
    public static TextLines open(ByteSource source, String member) throws IOException {
        return new TextLines(source.open(), member);
    }

    /** The next line that is not blank. */
    public Optional<Line> next() throws IOException {
        while (pass()) {
            Line found = line();
            if (found.problem().isPresent() || !found.text().isBlank()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private Line line() {
        if (tooLong) {
            return broken(ProblemCode.FIELD_TOO_LONG, String.format("The line has more than %,d bytes.", LIMIT));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
            boolean marked = number == 1 && text.startsWith(MARK);
            return new Line(number, marked ? text.substring(1) : text, Optional.empty());
        } catch (CharacterCodingException e) {
            return broken(ProblemCode.UNDECODABLE, "The line holds bytes that are no text in UTF-8.");
        }
    }

    private Line broken(ProblemCode code, String fact) {
        return new Line(number, "", Optional.of(Problem.of(code, new Place(member, 0, number, 0, ""), fact)));
    }

    /** Passes a line, its end included; false at the end of the input. */
    private boolean pass() throws IOException {
        length = 0;
        tooLong = false;
        if (!more()) {
            return false;
        }
        number++;
        do {
            int from = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            keep(from, position - from);
        } while (position == limit && more());
        position += position < limit ? 1 : 0;
        return true;
    }

    private boolean more() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, bytes.read(buffer, 0, buffer.length));
        }
        return position < limit;
    }

    private void keep(int from, int count) {
        tooLong |= length + count > LIMIT;
        if (tooLong) {
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
        }
        System.arraycopy(buffer, from, line, length, count);
        length += count;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
