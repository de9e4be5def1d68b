package org.throughline.format.fixedwidth;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.format.ByteSource;
import org.throughline.format.RecordReader;

/**
 * A file whose lines are records of several types, each with a layout of its own, between a header and a trailer that say how
 * many there are.
 *
 * @param layouts the layout of each type that is read
 */
public record FixedWidthKinds(
        FixedWidthDialect dialect,
        RecordTypes types,
        Map<String, FixedLayout> layouts,
        Optional<ControlRecord> header,
        Optional<ControlRecord> trailer) {

    public FixedWidthKinds {
        layouts = Map.copyOf(layouts);
    }

    FileSurvey survey(ByteSource source, String member) throws IOException {
        FileSurvey survey = new FileSurvey(this, member);
        try (FixedLines lines = FixedLines.open(source, dialect, keep())) {
            survey.pass(lines);
        }
        return survey;
    }

    private int keep() {
        int layoutEnd = layouts.values().stream().mapToInt(FixedLayout::end).max().orElse(0);
        int controlEnd = controls()
                .flatMap(ControlRecord::places)
                .mapToInt(FixedField::end)
                .max()
                .orElse(0);
        return Math.max(types.end(), Math.max(layoutEnd, controlEnd)) + 1;
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

    /** Opens a reader over the records of one type; the place of each names the member given. */
    public RecordReader open(ByteSource source, String member, String type) throws IOException {
        FixedLayout layout = layouts.get(type);
        return FixedWidthReader.open(
                source,
                new FixedWidthReader.Opening(member, dialect, layout, line -> types.is(line, type), true, types.end()));
    }
}
