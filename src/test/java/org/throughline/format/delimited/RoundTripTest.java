package org.throughline.format.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.format.Annotation;
import org.throughline.format.BrokenInput;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;

final class RoundTripTest {

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    private static byte[] written(Dialect dialect, List<String> header, List<List<String>> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DelimitedWriter writer = DelimitedWriter.open(out, dialect, FormulaPolicy.KEEP)) {
            writer.write(header);
            for (List<String> record : records) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWasWritten(long seed) throws IOException {
        SeededTables tables = new SeededTables(seed);
        Dialect dialect = tables.dialect();
        List<String> header = tables.header();
        List<List<String>> records = tables.records(header.size());
        Outcome outcome = Outcome.of(written(dialect, header, records), dialect);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.header()).isEqualTo(header);
        assertThat(outcome.records()).isEqualTo(records);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void accountsForEveryRecordOfADamagedInput(long seed) throws IOException {
        SeededTables tables = new SeededTables(seed);
        Dialect dialect = tables.dialect();
        List<String> header = tables.header();
        byte[] input = tables.damaged(written(dialect, header, tables.records(header.size())));
        Outcome outcome = Outcome.of(input, dialect);
        List<Reading> readings = outcome.readings();
        for (int index = 0; index < readings.size() - 1; index++) {
            assertThat(readings.get(index)).isNotInstanceOf(BrokenInput.class);
        }
        assertThat(outcome.places()).doesNotHaveDuplicates();
        assertThat(outcome.records()).allSatisfy(record -> assertThat(record).hasSameSizeAs(outcome.header()));
        assertThat(outcome.found())
                .allSatisfy(problem -> assertThat(problem.place().line()).isPositive());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void annotatesADamagedInputAndKeepsItsBytes(long seed) throws IOException {
        SeededTables tables = new SeededTables(seed);
        Dialect dialect = tables.dialect();
        List<String> header = tables.header();
        byte[] input = tables.damaged(written(dialect, header, tables.records(header.size())));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        AnnotatedCopy.write(ByteSource.of(input), dialect, RoundTripTest::marked, copy);
        assertThat(AddedColumns.removed(copy.toByteArray(), dialect)).isEqualTo(input);
    }

    private static Optional<Annotation> marked(long record) {
        return Optional.of(new Annotation(AddedColumns.MARK, "", ""));
    }
}
