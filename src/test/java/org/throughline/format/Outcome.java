package org.throughline.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** All that reading one input gave. */
public record Outcome(List<String> header, List<Reading> readings) {

    /** Reads to the end and closes the reader. */
    public static Outcome of(RecordReader opened) throws IOException {
        try (RecordReader reader = opened) {
            List<Reading> readings = new ArrayList<>();
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                readings.add(next.get());
            }
            return new Outcome(reader.header(), readings);
        }
    }

    /** The cells of the records that could be read. */
    public List<List<String>> records() {
        return readings.stream()
                .filter(SourceRecord.class::isInstance)
                .map(reading -> ((SourceRecord) reading).cells())
                .toList();
    }

    /** Line and row of every record, broken or not. */
    public List<String> places() {
        return readings.stream()
                .flatMap(reading -> place(reading).stream())
                .map(place -> place.record() + ": line " + place.line() + ", row " + place.row())
                .toList();
    }

    private static Optional<Place> place(Reading reading) {
        if (reading instanceof SourceRecord whole) {
            return Optional.of(whole.place());
        }
        return reading instanceof BrokenRecord broken ? Optional.of(broken.place()) : Optional.empty();
    }

    /** Every problem as found. */
    public List<Problem> found() {
        return readings.stream().flatMap(reading -> problem(reading).stream()).toList();
    }

    private static Optional<Problem> problem(Reading reading) {
        if (reading instanceof BrokenRecord broken) {
            return Optional.of(broken.problem());
        }
        return reading instanceof BrokenInput input ? Optional.of(input.problem()) : Optional.empty();
    }

    /** Every problem in one line: code, level, place and fact. */
    public List<String> problems() {
        return found().stream()
                .map(problem -> problem.code() + " " + problem.level().word() + " line "
                        + problem.place().line() + " row " + problem.place().row()
                        + (problem.place().column().isEmpty()
                                ? ""
                                : " column " + problem.place().column())
                        + ": " + problem.fact())
                .toList();
    }
}
