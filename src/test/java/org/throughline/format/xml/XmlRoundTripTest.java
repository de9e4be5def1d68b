package org.throughline.format.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.format.BrokenInput;
import org.throughline.format.ByteSource;
import org.throughline.format.Outcome;
import org.throughline.format.Reading;

final class XmlRoundTripTest {
    private static final XmlFormat FORMAT = new XmlFormat(XmlRows.at("/a/b"), Set.of());
    private static final String[] PIECES = {"a", "Z", "0", "<", ">", "&", "\"", "'", "]]>", "é", "日", "😎", ";"};

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String written(List<List<String>> records) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>\n<a>\n");
        for (List<String> cells : records) {
            xml.append(String.format(
                    "<b id=\"%s\"><n>%s</n><p>%s</p>\n<p>%s</p></b>%n",
                    cells.stream().map(XmlRoundTripTest::escaped).toArray()));
        }
        return xml.append("</a>").toString();
    }

    private static List<List<String>> records(Random random) {
        List<List<String>> records = new ArrayList<>();
        for (int count = 1 + random.nextInt(20); count > 0; count--) {
            records.add(List.of(text(random), text(random), text(random), text(random)));
        }
        return records;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWasWritten(long seed) throws IOException {
        List<List<String>> records = records(new Random(seed));
        Outcome outcome = Outcome.of(FORMAT.open(ByteSource.of(written(records).getBytes(UTF_8)), "test.xml"));
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.header()).containsExactly("@id", "n", "p", "p[2]");
        assertThat(outcome.records()).isEqualTo(records);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void accountsForEveryRecordOfADamagedInput(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] input = written(records(random)).getBytes(UTF_8);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            input[random.nextInt(input.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "<>/&\"! ab".charAt(random.nextInt(9)));
        }
        int length = random.nextInt(4) == 0 ? random.nextInt(input.length + 1) : input.length;
        Outcome outcome = Outcome.of(FORMAT.open(ByteSource.of(Arrays.copyOf(input, length)), "test.xml"));
        List<Reading> readings = outcome.readings();
        for (int index = 0; index < readings.size() - 1; index++) {
            assertThat(readings.get(index)).isNotInstanceOf(BrokenInput.class);
        }
        assertThat(outcome.records()).allSatisfy(record -> assertThat(record).hasSameSizeAs(outcome.header()));
    }
}
