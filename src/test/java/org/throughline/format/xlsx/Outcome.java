package org.throughline.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.SourceRecord;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** All that reading a workbook gives, in short lines. */
record Outcome(List<String> header, List<Reading> readings) {

    static Outcome of(ByteSource source, XlsxLayout layout) throws IOException {
        try (XlsxReader reader = XlsxReader.open(source, "book.xlsx", layout)) {
            List<Reading> readings = new ArrayList<>();
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                readings.add(next.get());
            }
            return new Outcome(reader.header(), readings);
        }
    }

    static Outcome of(TestWorkbook workbook) throws IOException {
        return of(workbook.source(), XlsxLayout.plain());
    }

    static Outcome of(TestWorkbook workbook, XlsxLayout layout) throws IOException {
        return of(workbook.source(), layout);
    }

    List<List<String>> records() {
        return readings.stream()
                .filter(SourceRecord.class::isInstance)
                .map(reading -> ((SourceRecord) reading).cells())
                .toList();
    }

    List<Problem> found() {
        return readings.stream()
                .filter(reading -> !(reading instanceof SourceRecord))
                .map(reading ->
                        reading instanceof BrokenRecord broken ? broken.problem() : ((BrokenInput) reading).problem())
                .toList();
    }

    List<String> problems() {
        return found().stream().map(Outcome::told).toList();
    }

    List<String> places() {
        return readings.stream()
                .filter(SourceRecord.class::isInstance)
                .map(reading -> ((SourceRecord) reading).place())
                .map(place -> place.record() + ": row " + place.row())
                .toList();
    }

    static String told(Problem problem) {
        Place place = problem.place();
        return problem.code() + " " + problem.level().word() + (place.row() > 0 ? " row " + place.row() : "")
                + (place.column().isEmpty() ? "" : " column " + place.column()) + ": " + problem.fact();
    }
}
