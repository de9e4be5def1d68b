package org.throughline.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.throughline.format.BrokenInput;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordFormat;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.problem.SetupException;

/**
 * The beginning of a sample, read in one way.
 *
 * @param records those that can be read
 * @param broken how many cannot
 * @param refusal why nothing can be read, without any value
 */
record FirstRecords(List<String> header, List<List<String>> records, long broken, Optional<String> refusal) {
    private static final int FIRST = 200;
    private static final Pattern NO_NAME =
            Pattern.compile("[-+]?[\\d.,/:$% -]*\\d[\\d.,/:$% -]*|[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}");

    static FirstRecords of(ByteSource sample, RecordFormat format) throws IOException {
        List<List<String>> records = new ArrayList<>();
        long broken = 0;
        Optional<String> refusal = Optional.empty();
        try (RecordReader reader = format.open(sample, "the sample")) {
            List<String> header = reader.header();
            Optional<Reading> reading = reader.next();
            while (reading.isPresent() && records.size() + broken < FIRST) {
                if (reading.get() instanceof SourceRecord record) {
                    records.add(record.cells());
                } else {
                    broken++;
                }
                if (reading.get() instanceof BrokenInput input && records.isEmpty()) {
                    refusal = Optional.of(input.problem().fact());
                }
                reading = reader.next();
            }
            return new FirstRecords(header, records, broken, refusal);
        }
    }

    /** False where the first record looks like all others: a number or a day stands in it, or a value of its own column. */
    boolean hasHeader() {
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column).strip();
            if (NO_NAME.matcher(name).matches() || repeated(column, name)) {
                return false;
            }
        }
        return true;
    }

    private boolean repeated(int column, String name) {
        return !name.isEmpty()
                && records.stream()
                        .anyMatch(record -> record.get(column).strip().equals(name));
    }

    void refuseWithoutRecords() {
        refusal.ifPresent(fact -> {
            throw new SetupException("The sample cannot be read: " + fact);
        });
    }

    /** Share of the records that can be read. */
    double readable() {
        return records.isEmpty() ? 0 : (double) records.size() / (records.size() + broken);
    }
}
