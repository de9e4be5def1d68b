package org.throughline.format.hl7;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Reads the messages of a kind that no mapping takes, each as one cell with its whole text, and what is no message at all. */
final class WholeReader implements RecordReader {
    private final Units units;
    private final Hl7Kinds kinds;
    private final String kind;
    private long record;
    private boolean done;

    WholeReader(Units units, Hl7Kinds kinds, String kind) {
        this.units = units;
        this.kinds = kinds;
        this.kind = kind;
    }

    @Override
    public List<String> header() {
        return List.of("message");
    }

    @Override
    public Optional<Reading> next() throws IOException {
        try {
            while (!done) {
                Optional<Unit> unit = units.next();
                done = unit.isEmpty();
                if (unit.isPresent()
                        && kinds.kind(unit.get()).filter(kind::equals).isPresent()) {
                    return Optional.of(reading(unit.get()));
                }
            }
        } catch (UnreadableException e) {
            done = true;
            return Optional.of(new BrokenInput(e.problem()));
        }
        return Optional.empty();
    }

    private Reading reading(Unit unit) {
        Place place = new Place(kind, ++record, unit.line(), unit.line(), "");
        if (!(unit instanceof Unit.RawMessage message)) {
            return broken(place, ProblemCode.SEGMENT_OUT_OF_PLACE, "The line belongs to no message.");
        }
        MessageText.Outcome outcome = new MessageText(message, kinds.setting(), place).read();
        if (outcome instanceof MessageText.Segments segments) {
            return MessageType.of(message.header()).isEmpty()
                    ? broken(place, ProblemCode.MESSAGE_HEADER, "MSH-9 does not state a type and event of message.")
                    : new SourceRecord(place, List.of(text(segments)));
        }
        return new BrokenRecord(place, List.of(), ((MessageText.Broken) outcome).problem());
    }

    private static Reading broken(Place place, ProblemCode code, String fact) {
        return new BrokenRecord(place, List.of(), Problem.of(code, place, fact));
    }

    private static String text(MessageText.Segments segments) {
        return segments.list().stream().map(Segment::text).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() throws IOException {
        units.close();
    }
}
