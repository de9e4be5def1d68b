package org.throughline.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.problem.Problem;
import org.throughline.problem.SetupException;

/** Reads a sample once, as a stream, and says what stands in it. */
public final class SampleProfiler {
    private static final int MOST_COLUMNS = 2_000;
    private static final int SHOWN_PROBLEMS = 5;

    private final SampleFormat format;
    private final List<ColumnTally> columns = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long records;
    private long broken;

    private SampleProfiler(SampleFormat format) {
        this.format = format;
    }

    /**
     * What the first records of a sample tell.
     *
     * @param most how many records are read
     * @param words that are known as codes, and may be shown where a column repeats itself
     */
    public static SampleProfile profile(ByteSource sample, SampleFormat format, long most, Set<String> words)
            throws IOException {
        SampleProfiler profiler = new SampleProfiler(format);
        try (RecordReader reader = format.records().open(sample, "the sample")) {
            return profiler.read(reader, most, words);
        }
    }

    private SampleProfile read(RecordReader reader, long most, Set<String> words) throws IOException {
        List<String> header = reader.header();
        if (header.size() > MOST_COLUMNS) {
            throw new SetupException(
                    "The sample has " + header.size() + " columns; a draft is made for up to " + MOST_COLUMNS + ".");
        }
        header.forEach(name -> columns.add(new ColumnTally(name)));
        Optional<Reading> reading = reader.next();
        while (reading.isPresent() && records < most) {
            take(reading.get());
            reading = reader.next();
        }
        return new SampleProfile(
                format,
                records,
                broken,
                reading.isPresent(),
                problems,
                columns.stream().map(column -> column.profile(records, words)).toList());
    }

    private void take(Reading reading) {
        if (reading instanceof SourceRecord record) {
            records++;
            for (int column = 0; column < columns.size(); column++) {
                columns.get(column).add(record.cells().get(column));
            }
        } else if (reading instanceof BrokenRecord record) {
            broken(record.problem());
        } else if (reading instanceof BrokenInput input) {
            broken(input.problem());
        }
    }

    private void broken(Problem problem) {
        broken++;
        if (problems.size() < SHOWN_PROBLEMS) {
            problems.add("line " + problem.place().line() + ": " + problem.fact());
        }
    }
}
