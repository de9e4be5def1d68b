package org.throughline.format.fixedwidth;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.format.ByteSource;
import org.throughline.format.KindSurvey;
import org.throughline.format.RecordFormat;
import org.throughline.format.RecordKinds;
import org.throughline.format.RecordReader;
import org.throughline.format.UnreadableException;

/**
 * A file whose lines are records of several types, each with a layout of its own, between a header and a trailer that say how
 * many there are.
 *
 * @param readHere types that are read for the survey alone, and are no kind of record to others
 */
public record FixedWidthKinds(
        FixedWidthDialect dialect,
        RecordTypes types,
        Optional<ControlRecord> header,
        Optional<ControlRecord> trailer,
        Set<String> readHere)
        implements RecordKinds {

    private static final String WHOLE = "record";

    public FixedWidthKinds {
        readHere = Set.copyOf(readHere);
    }

    @Override
    public KindSurvey survey(ByteSource source) throws IOException {
        FileSurvey survey = new FileSurvey(this);
        try (FixedLines lines = FixedLines.open(source, dialect, keep())) {
            survey.pass(lines);
        } catch (UnreadableException e) {
            survey.add(e.problem());
        }
        return survey.result();
    }

    private int keep() {
        int controlEnd = controls()
                .flatMap(ControlRecord::places)
                .mapToInt(FixedField::end)
                .max()
                .orElse(0);
        int summedEnd = controls()
                .flatMap(control -> control.totals().stream())
                .mapToInt(total -> total.summed().end())
                .max()
                .orElse(0);
        return Math.max(types.end(), Math.max(controlEnd, summedEnd)) + 1;
    }

    private Stream<ControlRecord> controls() {
        return Stream.concat(header.stream(), trailer.stream());
    }

    /** The fields of a type that the header or the trailer has a total of. */
    List<FixedField> totals(String type) {
        return controls()
                .flatMap(control -> control.totals().stream())
                .filter(total -> total.of().equals(type))
                .map(ControlTotal::summed)
                .distinct()
                .toList();
    }

    /** How the records of one type are read: the reader opens the whole file and passes over the others. */
    public RecordFormat format(String type, FixedLayout layout) {
        return (source, member) -> reader(source, member, type, layout);
    }

    @Override
    public RecordReader whole(ByteSource source, String kind) throws IOException {
        FixedField record = FixedField.text(WHOLE, 1, FixedLayout.LONGEST);
        FixedWidthDialect padded = new FixedWidthDialect(dialect.encodings(), dialect.recordLength(), true);
        FixedLayout layout = new FixedLayout(List.of(record));
        return FixedWidthReader.open(source, new FixedWidthReader.Opening(kind, padded, layout, Optional.of(of(kind))));
    }

    private RecordReader reader(ByteSource source, String member, String type, FixedLayout layout) throws IOException {
        return FixedWidthReader.open(
                source, new FixedWidthReader.Opening(member, dialect, layout, Optional.of(of(type))));
    }

    private FixedWidthReader.Kind of(String kind) {
        return new FixedWidthReader.Kind(line -> types.kind(line).equals(kind), types.end());
    }
}
