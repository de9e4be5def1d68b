package org.throughline.format.fixedwidth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** All that reading one input gave. */
record Outcome(List<String> header, List<Reading> readings) {

    static Outcome of(ByteSource source, FixedWidthDialect dialect, FixedLayout layout) throws IOException {
        return of(FixedWidthReader.open(source, "test.txt", dialect, layout));
    }

    static Outcome of(RecordReader opened) throws IOException {
        try (RecordReader reader = opened) {
            List<Reading> readings = new ArrayList<>();
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                readings.add(next.get());
            }
            return new Outcome(reader.header(), readings);
        }
    }

    List<List<String>> records() {
        return readings.stream()
                .filter(SourceRecord.class::isInstance)
                .map(reading -> ((SourceRecord) reading).cells())
                .toList();
    }

    /** Line of every record, broken or not. */
    List<String> places() {
        return readings.stream()
                .flatMap(reading -> place(reading).stream())
                .map(place -> place.record() + ": line " + place.line())
                .toList();
    }

    private static Optional<Place> place(Reading reading) {
        if (reading instanceof SourceRecord whole) {
            return Optional.of(whole.place());
        }
        return reading instanceof BrokenRecord broken ? Optional.of(broken.place()) : Optional.empty();
    }

    List<Problem> found() {
        return readings.stream().flatMap(reading -> problem(reading).stream()).toList();
    }

    private static Optional<Problem> problem(Reading reading) {
        if (reading instanceof BrokenRecord broken) {
            return Optional.of(broken.problem());
        }
        return reading instanceof BrokenInput input ? Optional.of(input.problem()) : Optional.empty();
    }

    /** Every problem in one line: code, level, place and fact. */
    List<String> problems() {
        return found().stream().map(Outcome::told).toList();
    }

    static String told(Problem problem) {
        return problem.code() + " " + problem.level().word() + " line "
                + problem.place().line() + " column " + problem.place().column() + ": " + problem.fact();
    }
}
