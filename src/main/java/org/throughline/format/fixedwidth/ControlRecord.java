package org.throughline.format.fixedwidth;

import java.util.List;
import java.util.stream.Stream;

/**
 * The header or the trailer of a file, and what it says about the records between them.
 *
 * @param type the word of its record type
 * @param end last character that something is known of
 */
public record ControlRecord(
        String type, List<ControlField> fields, List<ControlCount> counts, List<ControlTotal> totals, int end) {

    public ControlRecord {
        fields = List.copyOf(fields);
        counts = List.copyOf(counts);
        totals = List.copyOf(totals);
    }

    /** Every place that is read. */
    Stream<FixedField> places() {
        return Stream.of(
                        fields.stream().map(ControlField::field),
                        counts.stream().map(ControlCount::field),
                        totals.stream().map(ControlTotal::field))
                .flatMap(places -> places);
    }
}
