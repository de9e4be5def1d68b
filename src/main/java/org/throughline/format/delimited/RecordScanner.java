package org.throughline.format.delimited;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.throughline.format.DecodedChars;
import org.throughline.problem.ProblemCode;

/**
 * Splits decoded text into records and fields (RFC 4180, section 2), strictly, and keeps the first fault of each record. A
 * misplaced quote costs the rest of its line; a line ends with CR, LF or CRLF.
 */
final class RecordScanner implements Closeable {

    /** What a step has passed. */
    enum Found {
        RECORD,
        BLANK,
        COMMENT,
        END
    }

    private final DecodedChars source;
    private final char[] chars;
    private final byte[] outside;
    private final byte[] inside;
    private final char quote;
    private final Optional<Character> comment;
    private final boolean tracksBytes;
    private final Cells cells = new Cells();
    private final LineCount lines = new LineCount();
    private int position;
    private int limit;
    private long startLine;
    private boolean lastQuoted;
    private long endByte;
    private Fault fault;

    RecordScanner(DecodedChars source, Dialect dialect, boolean tracksBytes) {
        this.source = source;
        this.chars = source.chars();
        this.outside = Kinds.outsideQuotes(dialect);
        this.inside = Kinds.insideQuotes(dialect);
        this.quote = dialect.quote();
        this.comment = dialect.comment();
        this.tracksBytes = tracksBytes;
    }

    /** Passes the next record, or a line that is none. */
    Found next() throws IOException {
        fault = null;
        cells.clear();
        boolean more = more();
        if (more && lines.completes(chars[position], source.offset(position))) {
            position++;
            more = more();
        }
        startLine = lines.line();
        if (!more) {
            return Found.END;
        }
        if (outside[chars[position]] == Kinds.LINE_END) {
            cells.end(chars, position, 0);
            endLine();
            return Found.BLANK;
        }
        if (comment.isPresent() && chars[position] == comment.get()) {
            skipLine();
            return Found.COMMENT;
        }
        record();
        return Found.RECORD;
    }

    private void record() throws IOException {
        boolean more = true;
        while (more) {
            lastQuoted = more() && outside[chars[position]] == Kinds.QUOTE;
            more = lastQuoted ? quoted() : unquoted();
        }
        if (cells.longField() != Cells.NONE) {
            note(ProblemCode.FIELD_TOO_LONG, cells.longField(), startLine, tooLong());
        }
    }

    /** Passes a field; true where a delimiter follows, and so another field. */
    private boolean unquoted() throws IOException {
        while (true) {
            int from = position;
            position = run(outside, from);
            if (position == limit) {
                cells.append(chars, from, position - from);
                if (!fill()) {
                    cells.end(chars, 0, 0);
                    return endInput();
                }
            } else if (outside[chars[position]] == Kinds.CONTROL) {
                noteControl();
                cells.append(chars, from, ++position - from);
            } else {
                cells.end(chars, from, position - from);
                return endField();
            }
        }
    }

    private boolean quoted() throws IOException {
        long openLine = lines.line();
        long openCharacter = lines.character(source.offset(position++));
        while (true) {
            int from = position;
            position = run(inside, from);
            if (position == limit) {
                cells.append(chars, from, position - from);
                if (!fill()) {
                    fault = unclosed(openLine, openCharacter);
                    return endInput();
                }
            } else if (inside[chars[position]] != Kinds.QUOTE) {
                passInside();
                cells.append(chars, from, position - from);
            } else if (closes(from)) {
                return more() ? endQuoted() : endInput();
            }
        }
    }

    private Fault unclosed(long line, long character) {
        int field = cells.count();
        cells.end(chars, 0, 0);
        String fact = "The quote that opens at line " + line + ", character " + character + " is never closed.";
        return new Fault(ProblemCode.QUOTE_NOT_CLOSED, field, line, fact);
    }

    private void passInside() {
        if (inside[chars[position]] == Kinds.LINE_END) {
            lines.end(chars[position], source.offset(position));
        } else {
            noteControl();
        }
        position++;
    }

    /** Passes a quote inside quotes; false where it is doubled and so part of the text. */
    private boolean closes(int from) throws IOException {
        int at = position++;
        if (position < limit && chars[position] != quote) {
            cells.end(chars, from, at - from);
            return true;
        }
        cells.append(chars, from, at - from);
        if (more() && chars[position] == quote) {
            cells.append(chars, position++, 1);
            return false;
        }
        cells.end(chars, position, 0);
        return true;
    }

    private boolean endQuoted() throws IOException {
        byte kind = outside[chars[position]];
        if (kind == Kinds.DELIMITER || kind == Kinds.LINE_END) {
            return endField();
        }
        noteMisplaced("Text follows a closing quote at ", cells.count() - 1);
        return skipLine();
    }

    private boolean endField() throws IOException {
        byte kind = outside[chars[position]];
        if (kind == Kinds.DELIMITER) {
            position++;
            return true;
        }
        if (kind == Kinds.LINE_END) {
            return endLine();
        }
        noteMisplaced("A quote stands inside an unquoted field at ", cells.count() - 1);
        return skipLine();
    }

    private boolean skipLine() throws IOException {
        while (more()) {
            if (outside[chars[position]] == Kinds.LINE_END) {
                return endLine();
            }
            position++;
        }
        return endInput();
    }

    private boolean endLine() {
        endByte = tracksBytes ? source.byteOffset(position) : 0;
        lines.end(chars[position], source.offset(position));
        position++;
        return false;
    }

    private boolean endInput() {
        endByte = tracksBytes ? source.byteOffset(position) : 0;
        return false;
    }

    private int run(byte[] kinds, int from) {
        char[] buffer = chars;
        int end = limit;
        int at = from;
        while (at < end && kinds[buffer[at]] == Kinds.PLAIN) {
            at++;
        }
        return at;
    }

    private boolean more() throws IOException {
        return position < limit || fill();
    }

    private boolean fill() throws IOException {
        boolean filled = source.fill();
        position = 0;
        limit = source.limit();
        if (source.faulty()) {
            String fact = "Bytes at " + lines.place(source.offset(0)) + " are no text in the encoding of the file.";
            note(ProblemCode.UNDECODABLE, cells.count(), lines.line(), fact);
        }
        return filled;
    }

    private void noteControl() {
        if (fault != null) {
            return;
        }
        String fact = String.format(
                "The control character U+%04X stands at %s.",
                (int) chars[position], lines.place(source.offset(position)));
        note(ProblemCode.CONTROL_CHARACTER, cells.count(), lines.line(), fact);
    }

    private void noteMisplaced(String what, int field) {
        if (fault != null) {
            return;
        }
        String fact = what + lines.place(source.offset(position)) + ".";
        note(ProblemCode.QUOTE_MISPLACED, field, lines.line(), fact);
    }

    private void note(ProblemCode code, int field, long line, String fact) {
        if (fault == null) {
            fault = new Fault(code, field, line, fact);
        }
    }

    private String tooLong() {
        return cells.longRecord()
                ? String.format("The record has more than %,d characters.", Cells.RECORD_LIMIT)
                : String.format("The field has more than %,d characters.", Cells.FIELD_LIMIT);
    }

    /** Keeps this many fields of every record from now on. */
    void keep(int columns) {
        cells.keep(columns);
    }

    List<String> cells() {
        return cells.kept();
    }

    /** Fields of the record, also those that were not kept. */
    int count() {
        return cells.count();
    }

    /** True where nothing stands after the last delimiter of the record. */
    boolean endsWithDelimiter() {
        return !lastQuoted && cells.count() > 1 && cells.lastIsEmpty();
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Physical line on which the record, or the line passed, starts. */
    long line() {
        return startLine;
    }

    /** Bytes of the input before the line end that closes the record. */
    long endByte() {
        return endByte;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
