package org.throughline.profile;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;

/** Counts the records of a sample whose key stands in a record before them. */
public final class RepeatedKeys {

    private RepeatedKeys() {}

    /**
     * How many there are.
     *
     * @param key the columns that make up the key
     * @param most how many records are read
     */
    public static long count(ByteSource sample, SampleFormat format, List<String> key, long most) throws IOException {
        Set<List<String>> seen = new HashSet<>();
        long repeated = 0;
        try (RecordReader reader = format.records().open(sample, "the sample")) {
            List<Integer> positions = key.stream().map(reader.header()::indexOf).toList();
            Optional<Reading> reading = reader.next();
            for (long read = 0; reading.isPresent() && read < most; read++) {
                if (reading.get() instanceof SourceRecord record) {
                    repeated += seen.add(cells(record, positions)) ? 0 : 1;
                }
                reading = reader.next();
            }
        }
        return repeated;
    }

    private static List<String> cells(SourceRecord record, List<Integer> positions) {
        return positions.stream().map(record.cells()::get).map(String::strip).toList();
    }
}
