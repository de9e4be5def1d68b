package org.throughline.format.fixedwidth;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Reads fixed width text strictly and in bounded memory; a line that cannot be read is told with its place, and reading goes on
 * after it. Its header are the names of the layout, since such a file names no columns itself.
 */
public final class FixedWidthReader implements RecordReader {
    private final Optional<FixedLines> lines;
    private final FixedLayout layout;
    private final FixedRecords records;
    private final Optional<Kind> kind;
    private final String member;
    private Optional<Problem> pending;
    private long record;
    private boolean done;

    private FixedWidthReader(Opening opening, Optional<FixedLines> lines, Optional<Problem> pending) {
        this.lines = lines;
        this.layout = opening.layout();
        this.records = new FixedRecords(layout, opening.dialect().padsShortLines());
        this.kind = opening.kind();
        this.member = opening.member();
        this.pending = pending;
    }

    /**
     * How an input is read.
     *
     * @param kind which lines are read; all where it is empty
     */
    record Opening(String member, FixedWidthDialect dialect, FixedLayout layout, Optional<Kind> kind) {

        /** One character more than what is read: a single control character may close the file. */
        int keep() {
            return 1 + Math.max(layout.end(), kind.map(Kind::end).orElse(0));
        }
    }

    /**
     * The lines that are read.
     *
     * @param end last character that decides it
     */
    record Kind(Predicate<FixedLines> test, int end) {}

    /**
     * Opens the input and chooses its encoding.
     *
     * @param member the name that every place gives
     */
    public static FixedWidthReader open(ByteSource source, String member, FixedWidthDialect dialect, FixedLayout layout)
            throws IOException {
        return open(source, new Opening(member, dialect, layout, Optional.empty()));
    }

    static FixedWidthReader open(ByteSource source, Opening opening) throws IOException {
        try {
            FixedLines lines = FixedLines.open(source, opening.dialect(), opening.keep());
            return new FixedWidthReader(opening, Optional.of(lines), Optional.empty());
        } catch (UnreadableException e) {
            return new FixedWidthReader(opening, Optional.empty(), Optional.of(e.problem()));
        }
    }

    @Override
    public List<String> header() {
        return layout.names();
    }

    @Override
    public Optional<Reading> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        try {
            return pending.isEmpty() ? read(lines.orElseThrow()) : pending.map(this::broken);
        } catch (UnreadableException e) {
            return Optional.of(broken(e.problem()));
        }
    }

    private Reading broken(Problem problem) {
        done = true;
        return new BrokenInput(problem);
    }

    private Optional<Reading> read(FixedLines line) throws IOException {
        boolean more = line.advance();
        while (more && !takes(line)) {
            more = line.advance();
        }
        if (more) {
            record++;
            return Optional.of(reading(line));
        }
        done = true;
        boolean empty = record == 0 && kind.isEmpty();
        return empty ? Optional.of(broken(noRecord())) : Optional.empty();
    }

    private boolean takes(FixedLines line) {
        return kind.map(wanted -> wanted.test().test(line)).orElse(true);
    }

    private Problem noRecord() {
        return Problem.of(ProblemCode.HEADER_MISSING, Place.member(member), "The file holds no record.")
                .advising("Send the file with its records.");
    }

    private Reading reading(FixedLines line) {
        Place place = new Place(member, record, line.line(), line.line(), "");
        List<String> cells = records.cells(line);
        return records.problem(line, place)
                .<Reading>map(problem -> new BrokenRecord(place, cells, problem))
                .orElseGet(() -> new SourceRecord(place, cells));
    }

    @Override
    public void close() throws IOException {
        if (lines.isPresent()) {
            lines.get().close();
        }
    }
}
