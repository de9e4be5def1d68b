package org.throughline.format.hl7;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
 * Reads the messages of one kind, one at a time. The header is the mapping's columns and, after them, the fields in which
 * other values stand: a look through the file finds these first.
 */
final class Hl7Reader implements RecordReader {
    private final Units units;
    private final String member;
    private final Hl7Format format;
    private final List<String> header;
    private final List<List<FieldAddress>> addresses = new ArrayList<>();
    private final Deque<Reading> pending = new ArrayDeque<>();
    private long record;
    private boolean done;

    private Hl7Reader(Units units, String member, Hl7Format format, FoundFields found) {
        this.units = units;
        this.member = member;
        this.format = format;
        this.header = new ArrayList<>(format.columns().keySet());
        this.header.addAll(found.names(
                format.columns().values().stream().flatMap(List::stream).toList()));
        this.addresses.addAll(format.columns().values());
        header.stream().skip(addresses.size()).toList().forEach(name -> addresses.add(FieldAddress.anyOf(name)));
        if (found.tooMany()) {
            pending.add(ended(Problem.of(
                    ProblemCode.FIELDS_TOO_MANY,
                    Place.member(member),
                    "The messages have values in more than 10,000 different fields.")));
        }
    }

    static Hl7Reader open(ByteSource source, String member, Hl7Format format) throws IOException {
        FoundFields found = new FoundFields();
        try (Units units = Units.open(source, format.setting())) {
            look(units, format, found);
        } catch (UnreadableException told) {
            // The second pass comes to the same place and tells it there.
        }
        return new Hl7Reader(Units.open(source, format.setting()), member, format, found);
    }

    private static void look(Units units, Hl7Format format, FoundFields found) throws IOException {
        for (Optional<Unit> unit = units.next(); unit.isPresent() && !found.tooMany(); unit = units.next()) {
            if (unit.get() instanceof Unit.RawMessage message
                    && format.takes(message)
                    && new MessageText(message, format.setting(), Place.submission()).read()
                            instanceof MessageText.Segments segments) {
                found.add(segments.list());
            }
        }
    }

    @Override
    public List<String> header() {
        return List.copyOf(header);
    }

    @Override
    public Optional<Reading> next() throws IOException {
        try {
            while (pending.isEmpty() && !done && advance()) {
                // Messages of other kinds are passed over.
            }
        } catch (UnreadableException e) {
            pending.add(ended(e.problem()));
        }
        return Optional.ofNullable(pending.poll());
    }

    private Reading ended(Problem problem) {
        done = true;
        return new BrokenInput(problem);
    }

    /** True where the file goes on. */
    private boolean advance() throws IOException {
        Optional<Unit> unit = units.next();
        if (unit.isPresent() && unit.get() instanceof Unit.RawMessage message && format.takes(message)) {
            read(message);
        }
        done = unit.isEmpty();
        return !done;
    }

    private void read(Unit.RawMessage message) {
        Place place = new Place(member, record + 1, message.line(), message.line(), "");
        MessageText.Outcome outcome = new MessageText(message, format.setting(), place).read();
        if (outcome instanceof MessageText.Broken broken) {
            record++;
            pending.add(new BrokenRecord(place, List.of(), broken.problem()));
        } else if (outcome instanceof MessageText.Segments segments) {
            rows(segments.list()).forEach(row -> pending.add(row(row, segments.escapes())));
        }
    }

    /** The segments of each row: the row's own first, then those that belong to all. */
    private List<List<Segment>> rows(List<Segment> segments) {
        List<Segment> shared = new ArrayList<>();
        List<List<Segment>> rows = new ArrayList<>();
        for (Segment segment : segments) {
            if (format.each().filter(segment::is).isPresent()) {
                rows.add(new ArrayList<>());
            }
            (rows.isEmpty() ? shared : rows.get(rows.size() - 1)).add(segment);
        }
        if (rows.isEmpty()) {
            return List.of(shared);
        }
        rows.forEach(row -> row.addAll(shared));
        return rows;
    }

    private Reading row(List<Segment> segments, Escapes escapes) {
        long line = segments.get(0).line();
        Place place = new Place(member, ++record, line, line, "");
        List<String> cells = new ArrayList<>(addresses.size());
        for (List<FieldAddress> column : addresses) {
            cells.add(column.stream()
                    .map(address -> address.value(segments, escapes))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse(""));
        }
        for (int index = 0; index < cells.size(); index++) {
            if (cells.get(index).chars().anyMatch(one -> one != '\n' && one != '\r' && MessageText.control(one))) {
                String fact = "A control character is written in " + header.get(index) + " as an escape sequence.";
                return new BrokenRecord(
                        place, List.of(), Problem.of(ProblemCode.CONTROL_CHARACTER, place.in(header.get(index)), fact));
            }
        }
        return new SourceRecord(place, cells);
    }

    @Override
    public void close() throws IOException {
        units.close();
    }
}
