package org.throughline.format.delimited;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
 * Reads delimited text strictly and in bounded memory; a record that cannot be read is told with its line and column, and
 * reading goes on after it. The state machine is our own, because FastCSV takes a quote inside an unquoted field for text and
 * cannot go on after a misplaced one.
 */
public final class DelimitedReader implements RecordReader {
    private final Optional<RecordStream> records;
    private final String member;
    private final List<String> header;
    private Optional<Problem> pending;
    private boolean done;

    private DelimitedReader(RecordStream records, String member, Optional<List<String>> expectedHeader) {
        this.records = Optional.of(records);
        this.member = member;
        this.header = records.header();
        Place top = new Place(member, 0, records.headerLine(), records.headerRow(), "");
        this.pending = new HeaderCheck(top, expectedHeader).problem(records);
    }

    private DelimitedReader(Problem problem, String member) {
        this.records = Optional.empty();
        this.member = member;
        this.header = List.of();
        this.pending = Optional.of(problem);
    }

    /**
     * Opens the input, chooses its encoding and reads its header.
     *
     * @param member the name that every place gives
     */
    public static DelimitedReader open(ByteSource source, String member, Dialect dialect) throws IOException {
        return open(source, member, dialect, Optional.empty());
    }

    /**
     * Opens the input of a sender with whom the header is agreed, name for name.
     *
     * @param expectedHeader the header agreed
     */
    public static DelimitedReader open(ByteSource source, String member, Dialect dialect, List<String> expectedHeader)
            throws IOException {
        return open(source, member, dialect, Optional.of(expectedHeader));
    }

    private static DelimitedReader open(
            ByteSource source, String member, Dialect dialect, Optional<List<String>> expectedHeader)
            throws IOException {
        try {
            return new DelimitedReader(RecordStream.open(source, dialect, false), member, expectedHeader);
        } catch (UnreadableException e) {
            return new DelimitedReader(e.problem(), member);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<Reading> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        try {
            return pending.isEmpty() ? read(records.orElseThrow()) : pending.map(this::broken);
        } catch (UnreadableException e) {
            return Optional.of(broken(e.problem()));
        }
    }

    private Reading broken(Problem problem) {
        done = true;
        return new BrokenInput(problem);
    }

    private Optional<Reading> read(RecordStream stream) throws IOException {
        done = !stream.advance();
        return done ? Optional.empty() : Optional.of(reading(stream));
    }

    private Reading reading(RecordStream stream) {
        Place place = new Place(member, stream.record(), stream.line(), stream.row(), "");
        if (stream.fault().isPresent()) {
            return faulty(stream, place, stream.fault().get());
        }
        if (stream.count() != header.size()) {
            return new BrokenRecord(place, stream.cells(), fieldCount(stream.count(), place));
        }
        return new SourceRecord(place, stream.cells());
    }

    private Reading faulty(RecordStream stream, Place place, Fault fault) {
        Place exact = new Place(member, place.record(), fault.line(), place.row(), column(fault.field()));
        Problem problem = Problem.of(fault.code(), exact, fault.fact());
        return fault.endsInput() ? broken(problem) : new BrokenRecord(place, stream.cells(), problem);
    }

    private Problem fieldCount(int count, Place place) {
        String fact = String.format(
                "The record has %,d %s, the header has %,d.", count, count == 1 ? "field" : "fields", header.size());
        return Problem.of(ProblemCode.FIELD_COUNT, place.in(column(Math.min(count, header.size()))), fact);
    }

    private String column(int index) {
        return index < header.size() ? header.get(index) : HeaderCheck.position(index);
    }

    @Override
    public void close() throws IOException {
        if (records.isPresent()) {
            records.get().close();
        }
    }
}
