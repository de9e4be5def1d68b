package org.throughline.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.format.BrokenInput;
import org.throughline.format.ByteSource;
import org.throughline.format.Outcome;
import org.throughline.format.Reading;

final class JsonRoundTripTest {
    private static final String[] PIECES = {
        "a", "Z", "0", " ", ",", "{", "}", "[", "]", ":", "\"", "\\", "\n", "\r", "é", "日", "😎", "^.", "."
    };

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static List<String> header(Random random) {
        TreeMap<String, String> names = new TreeMap<>();
        for (int count = 1 + random.nextInt(6); count > 0; count--) {
            String name = text(random);
            names.put(JsonPath.written(name), name);
        }
        return List.copyOf(names.values());
    }

    private static List<List<String>> records(Random random, int columns) {
        List<List<String>> records = new ArrayList<>();
        for (int count = 1 + random.nextInt(20); count > 0; count--) {
            records.add(random.ints(columns).mapToObj(any -> text(random)).toList());
        }
        return records;
    }

    private static byte[] written(boolean lines, List<String> header, List<List<String>> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonRecordWriter writer =
                lines ? JsonRecordWriter.lines(out, header) : JsonRecordWriter.array(out, header)) {
            for (List<String> record : records) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    private static Outcome read(boolean lines, byte[] input) throws IOException {
        JsonFormat format = new JsonFormat(JsonRows.top(), lines, Set.of());
        return Outcome.of(format.open(ByteSource.of(input), "test.json"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWasWritten(long seed) throws IOException {
        Random random = new Random(seed);
        boolean lines = random.nextBoolean();
        List<String> header = header(random);
        List<List<String>> records = records(random, header.size());
        Outcome outcome = read(lines, written(lines, header, records));
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.header())
                .isEqualTo(header.stream().map(JsonPath::written).toList());
        assertThat(outcome.records()).isEqualTo(records);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void accountsForEveryRecordOfADamagedInput(long seed) throws IOException {
        Random random = new Random(seed);
        boolean lines = random.nextBoolean();
        List<String> header = header(random);
        byte[] input = written(lines, header, records(random, header.size()));
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            input[random.nextInt(input.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "{}[]\":,\\".charAt(random.nextInt(8)));
        }
        int length = random.nextInt(4) == 0 ? random.nextInt(input.length + 1) : input.length;
        Outcome outcome = read(lines, Arrays.copyOf(input, length));
        List<Reading> readings = outcome.readings();
        for (int index = 0; index < readings.size() - 1; index++) {
            assertThat(readings.get(index)).isNotInstanceOf(BrokenInput.class);
        }
        assertThat(outcome.places()).doesNotHaveDuplicates();
        assertThat(outcome.records()).allSatisfy(record -> assertThat(record).hasSameSizeAs(outcome.header()));
    }
}
