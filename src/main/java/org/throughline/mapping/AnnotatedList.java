package org.throughline.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.throughline.format.Annotation;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.format.delimited.DelimitedWriter;
import org.throughline.format.delimited.Dialect;
import org.throughline.format.delimited.FormulaPolicy;
import org.throughline.problem.Place;

/**
 * What the hub made of each record of a file that cannot carry columns of the hub's own: comma-separated text beside the
 * original, a line for each record.
 */
final class AnnotatedList {
    private static final List<String> HEADER =
            List.of("member", "record", "line", "hub_status", "hub_problem", "hub_guidance");

    private AnnotatedList() {}

    static void write(RecordReader records, LongFunction<Optional<Annotation>> annotations, OutputStream out)
            throws IOException {
        DelimitedWriter writer = DelimitedWriter.open(out, Dialect.csv(), FormulaPolicy.DEFUSE);
        writer.write(HEADER);
        Optional<Reading> reading = records.next();
        while (reading.isPresent() && !(reading.get() instanceof BrokenInput)) {
            Place place = place(reading.get());
            Annotation annotation = annotations.apply(place.record()).orElse(new Annotation("", "", ""));
            writer.write(List.of(
                    place.member(),
                    Long.toString(place.record()),
                    Long.toString(place.line()),
                    annotation.status(),
                    annotation.problem(),
                    annotation.guidance()));
            reading = records.next();
        }
        writer.flush();
    }

    private static Place place(Reading reading) {
        return reading instanceof SourceRecord record ? record.place() : ((BrokenRecord) reading).place();
    }
}
