package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.throughline.format.BrokenInput;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

class ReadAheadTest {

    /** Gives so many records, then ends, or fails where it is told to. */
    private static class Numbers implements RecordReader {
        private final int last;
        private final int fails;
        private int next = 1;

        Numbers(int last, int fails) {
            this.last = last;
            this.fails = fails;
        }

        @Override
        public List<String> header() {
            return List.of("n");
        }

        @Override
        public Optional<Reading> next() throws IOException {
            if (next == fails) {
                throw new IOException("The disk is gone.");
            }
            return next > last ? Optional.empty() : Optional.of(record(next++, 1));
        }

        @Override
        public void close() {}
    }

    @Test
    void letsLinesOfItsThreadsNameTheSubmission() throws IOException {
        Set<String> named = ConcurrentHashMap.newKeySet();
        LogLine.about(Map.of("submission", "7"), () -> {
            try (ReadAhead<Long> ahead = new ReadAhead<>(new Numbers(3_000, -1), reading -> {
                named.add(Thread.currentThread().getName().contains("ahead") + " " + MDC.get("submission"));
                return number(reading);
            })) {
                return all(ahead);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(named).contains("true 7").doesNotContain("true null", "false null");
        assertThat(MDC.get("submission")).isNull();
    }

    private static SourceRecord record(int number, int size) {
        return new SourceRecord(new Place("made-up.csv", number, 0, 0, ""), List.of("x".repeat(size)));
    }

    private static long number(Reading reading) {
        return ((SourceRecord) reading).place().record();
    }

    private static <T> List<T> all(ReadAhead<T> ahead) throws IOException {
        List<T> all = new ArrayList<>();
        for (List<T> batch = ahead.next(); !batch.isEmpty(); batch = ahead.next()) {
            all.addAll(batch);
        }
        assertThat(ahead.next()).isEmpty();
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1_000, 20_003})
    void givesEveryRecordOnceAndInOrder(int records) throws IOException {
        try (ReadAhead<Long> ahead = new ReadAhead<>(new Numbers(records, 0), ReadAheadTest::number)) {
            assertThat(all(ahead))
                    .isEqualTo(IntStream.rangeClosed(1, records)
                            .mapToObj(n -> (long) n)
                            .toList());
        }
    }

    @Test
    void takesNoThreadForASmallFileAndSeveralForALargeOne() throws IOException {
        assertThat(threads(10)).containsExactly(Thread.currentThread().getName());
        assertThat(threads(50_000)).contains("reading ahead");
    }

    private static Set<String> threads(int records) throws IOException {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        try (ReadAhead<Boolean> ahead = new ReadAhead<>(
                new Numbers(records, 0),
                reading -> threads.add(Thread.currentThread().getName()))) {
            all(ahead);
        }
        return threads;
    }

    @Test
    void passesOnWhatFailsWhileReadingOrWorking() throws IOException {
        try (ReadAhead<Long> ahead = new ReadAhead<>(new Numbers(5_000, 3_001), ReadAheadTest::number)) {
            assertThatThrownBy(() -> all(ahead)).isInstanceOf(IOException.class).hasMessage("The disk is gone.");
        }
        try (ReadAhead<Long> ahead = new ReadAhead<>(new Numbers(5_000, 0), reading -> {
            if (number(reading) == 2_500) {
                throw new IllegalStateException("A bug.");
            }
            return number(reading);
        })) {
            assertThatThrownBy(() -> all(ahead))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("A bug.");
        }
    }

    @Test
    void stopsReadingWhenItIsClosedEarly() throws IOException {
        CountDownLatch begun = new CountDownLatch(1);
        Numbers endless = new Numbers(Integer.MAX_VALUE, 0);
        try (ReadAhead<Long> ahead = new ReadAhead<>(endless, reading -> {
            begun.countDown();
            return number(reading);
        })) {
            assertThat(ahead.next()).hasSize(500);
        }
        int read = endless.next;
        assertThat(begun.getCount()).isZero();
        assertThat(read).isLessThan(2_000_000);
        assertThat(endless.next).isEqualTo(read);
    }

    @Test
    void holdsFewLargeRecordsAtATime() throws IOException {
        Numbers large = new Numbers(200, 0) {
            private int next = 1;

            @Override
            public Optional<Reading> next() {
                return next > 200 ? Optional.empty() : Optional.of(record(next++, 1_000_000));
            }
        };
        try (ReadAhead<Long> ahead = new ReadAhead<>(large, ReadAheadTest::number)) {
            assertThat(ahead.next()).hasSize(1);
            assertThat(all(ahead)).hasSize(199);
        }
    }

    @Test
    void endsWithWhatCannotBeRead() throws IOException {
        Numbers broken = new Numbers(700, 0) {
            @Override
            public Optional<Reading> next() throws IOException {
                Optional<Reading> next = super.next();
                return next.isPresent() && number(next.get()) > 600
                        ? Optional.of(new BrokenInput(Problem.of(
                                ProblemCode.QUOTE_NOT_CLOSED, Place.member("made-up.csv"), "It is never closed.")))
                        : next;
            }
        };
        try (ReadAhead<Reading> ahead = new ReadAhead<>(broken, reading -> reading)) {
            List<Reading> all = all(ahead);
            assertThat(all).hasSize(601);
            assertThat(all.get(600)).isInstanceOf(BrokenInput.class);
        }
    }
}
