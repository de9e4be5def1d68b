package org.throughline.format.fixedwidth;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.format.ByteSource;
import org.throughline.format.DecodedChars;
import org.throughline.format.Encoding;
import org.throughline.problem.ProblemCode;

/**
 * Cuts decoded text into lines that end with CR, LF or CRLF, or into records of one length. Of each line it keeps the first
 * characters only, so that no line can fill the memory; the rest is counted.
 */
final class FixedLines implements Closeable {
    private static final char END_OF_FILE = '\u001A';

    private final DecodedChars source;
    private final char[] chars;
    private final OptionalInt recordLength;
    private final char[] kept;
    private int position;
    private int limit;
    private boolean afterReturn;
    private boolean undecoded;
    private long line;
    private long length;
    private long lastText;
    private LineFault fault;

    private FixedLines(DecodedChars source, OptionalInt recordLength, int keep) {
        this.source = source;
        this.chars = source.chars();
        this.recordLength = recordLength;
        this.kept = new char[keep];
    }

    /**
     * Opens the input and chooses its encoding.
     *
     * @param keep characters of every line that are kept
     */
    static FixedLines open(ByteSource source, FixedWidthDialect dialect, int keep) throws IOException {
        Encoding encoding = Encoding.choose(source, dialect.encodings());
        return new FixedLines(DecodedChars.open(source, encoding), dialect.recordLength(), keep);
    }

    /** Moves to the next line that is not blank; false at the end of the input. */
    boolean advance() throws IOException {
        boolean more = pass();
        while (more && isBlank()) {
            more = pass();
        }
        return more;
    }

    private boolean isBlank() {
        return lastText == 0 && fault == null || length == 1 && kept.length > 0 && kept[0] == END_OF_FILE;
    }

    private boolean pass() throws IOException {
        length = 0;
        lastText = 0;
        fault = null;
        if (more() && afterReturn && chars[position] == '\n') {
            position++;
        }
        afterReturn = false;
        if (!more()) {
            return false;
        }
        line++;
        if (recordLength.isPresent()) {
            passRecord(recordLength.getAsInt());
            return !isLineEndOnly();
        }
        passLine();
        return true;
    }

    private void passLine() throws IOException {
        while (more()) {
            int end = run(limit);
            take(end);
            if (position < limit) {
                char stop = chars[position];
                if (stop == '\n' || stop == '\r') {
                    position++;
                    afterReturn = stop == '\r';
                    return;
                }
                takeControl();
            }
        }
    }

    private void passRecord(int size) throws IOException {
        while (length < size && more()) {
            int end = run((int) Math.min(limit, position + (size - length)));
            take(end);
            if (length < size && position < limit) {
                takeControl();
            }
        }
    }

    /** True for the line end that some systems put behind the last of the records without line ends. */
    private boolean isLineEndOnly() {
        for (int index = 0; index < Math.min(length, kept.length); index++) {
            if (kept[index] != '\r' && kept[index] != '\n' && kept[index] != END_OF_FILE) {
                return false;
            }
        }
        return length <= 2 && length < recordLength.orElse(0);
    }

    private int run(int end) {
        char[] buffer = chars;
        int at = position;
        while (at < end && buffer[at] >= ' ') {
            at++;
        }
        return at;
    }

    private void take(int end) {
        if (undecoded && position == 0 && end > 0 && fault == null) {
            String fact = "Bytes at " + place() + " are no text in the encoding of the file.";
            fault = new LineFault(ProblemCode.UNDECODABLE, length + 1, fact);
        }
        int size = end - position;
        int room = (int) Math.max(0, Math.min(size, kept.length - length));
        if (room > 0) {
            System.arraycopy(chars, position, kept, (int) length, room);
        }
        int last = end;
        while (last > position && chars[last - 1] == ' ') {
            last--;
        }
        if (last > position) {
            lastText = length + (last - position);
        }
        length += size;
        position = end;
    }

    private void takeControl() {
        if (fault == null) {
            String fact = String.format("The control character U+%04X stands at %s.", (int) chars[position], place());
            fault = new LineFault(ProblemCode.CONTROL_CHARACTER, length + 1, fact);
        }
        take(position + 1);
    }

    private String place() {
        String what = recordLength.isPresent() ? "record " : "line ";
        return what + line + ", character " + (length + 1);
    }

    private boolean more() throws IOException {
        return position < limit || fill();
    }

    private boolean fill() throws IOException {
        boolean filled = source.fill();
        position = 0;
        limit = source.limit();
        undecoded = source.faulty();
        return filled;
    }

    /** Number of the line, or of the record where there are no lines; from 1. */
    long line() {
        return line;
    }

    /** Characters of the line. */
    long length() {
        return length;
    }

    /** The last character that is not blank, from 1; 0 where there is none. */
    long lastText() {
        return lastText;
    }

    Optional<LineFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** The characters from one place to another, as far as the line has them and they were kept. */
    String text(int start, int end) {
        int to = (int) Math.min(Math.min(end, kept.length), length);
        return start > to ? "" : new String(kept, start - 1, to - start + 1);
    }

    /** True where the word stands at this place. */
    boolean has(String word, int start) {
        if (start + word.length() - 1 > Math.min(length, kept.length)) {
            return false;
        }
        int at = 0;
        while (at < word.length() && kept[start - 1 + at] == word.charAt(at)) {
            at++;
        }
        return at == word.length();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
