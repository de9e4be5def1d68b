package org.throughline.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.format.ByteSource;
import org.throughline.format.Outcome;
import org.throughline.format.Repeated;

final class HostileJsonTest {
    private static final JsonFormat DOCUMENT = new JsonFormat(JsonRows.top(), false, Set.of());
    private static final JsonFormat LINES = new JsonFormat(JsonRows.top(), true, Set.of());
    private static final String DEEP =
            "TOO_DEEP hold_file line 1 row 0: Objects and arrays stand more than 64 deep in each"
                    + " other at line 1, character ";

    private static Outcome read(JsonFormat format, ByteSource input) throws IOException {
        return Outcome.of(format.open(input, "test.json"));
    }

    private static Outcome read(JsonFormat format, String input) throws IOException {
        return read(format, ByteSource.of(input.getBytes(UTF_8)));
    }

    @Test
    void refusesDepthAtOnce() throws IOException {
        assertThat(read(DOCUMENT, () -> new Repeated().then("[", 100_000)).problems())
                .containsExactly(DEEP + "65.");
        assertThat(read(DOCUMENT, () -> new Repeated().then("{\"a\":", 100_000)).problems())
                .containsExactly(DEEP + "321.");
        assertThat(read(DOCUMENT, () -> new Repeated().then("[{\"a\":", 1).then("[", 100_000))
                        .problems())
                .containsExactly(DEEP + "69.");
    }

    @Test
    void readsOnAfterALineThatIsTooDeep() throws IOException {
        String deep = "{\"a\":".repeat(100_000);
        Outcome outcome = read(LINES, "{\"a\":1}\n" + deep + "\n{\"a\":2}\n");
        assertThat(outcome.records()).containsExactly(List.of("1"), List.of("2"));
        assertThat(outcome.problems())
                .containsExactly(
                        "TOO_DEEP reject line 2 row 2: Objects and arrays stand more than 64 deep in each other at"
                                + " line 2, character 321.");
    }

    @Test
    void takesWhatIsJustDeepEnough() throws IOException {
        String input = "{\"a\":".repeat(64) + "1" + "}".repeat(64);
        assertThat(read(DOCUMENT, input).records()).containsExactly(List.of("1"));
    }

    @Test
    void refusesATextOf100Megabytes() throws IOException {
        ByteSource input = () -> new Repeated()
                .then("[{\"a\":1},{\"a\":\"", 1)
                .then("x".repeat(1000), 100_000)
                .then("\"}]", 1);
        Outcome outcome = read(DOCUMENT, input);
        assertThat(outcome.records()).containsExactly(List.of("1"));
        assertThat(outcome.found()).extracting(problem -> problem.code()).containsExactly("FIELD_TOO_LONG");
    }

    @Test
    void refusesALineOf100MegabytesAndReadsOn() throws IOException {
        ByteSource input = () -> new Repeated().then("x".repeat(1000), 100_000).then("\n{\"a\":1}\n", 1);
        Outcome outcome = read(LINES, input);
        assertThat(outcome.records()).containsExactly(List.of("1"));
        assertThat(outcome.problems())
                .containsExactly("FIELD_TOO_LONG reject line 1 row 1: The line has more than 16,000,000 bytes.");
    }

    @Test
    void refusesLongNamesAndNumbers() throws IOException {
        for (String input : List.of("[{\"" + "n".repeat(100_000) + "\":1}]", "[{\"a\":" + "9".repeat(100_000) + "}]")) {
            assertThat(read(DOCUMENT, input).found())
                    .extracting(problem -> problem.code())
                    .containsExactly("FIELD_TOO_LONG");
        }
    }

    @Test
    void refusesMorePathsThanTheLimit() throws IOException {
        StringBuilder input = new StringBuilder("[{\"first\":1}");
        for (int name = 0; name < Paths.LIMIT; name++) {
            input.append(",{\"n").append(name).append("\":1}");
        }
        Outcome outcome = read(DOCUMENT, input.append("]").toString());
        assertThat(outcome.records()).hasSize(Paths.LIMIT);
        assertThat(outcome.problems())
                .containsExactly(
                        "COLUMNS_TOO_MANY hold_file line 0 row 0: There are more than 10,000 different paths, or"
                                + " they are too long.");
    }

    @Test
    void refusesMoreElementsThanPaths() throws IOException {
        Outcome outcome =
                read(DOCUMENT, () -> new Repeated().then("[{\"a\":[1", 1).then(",1", 50_000_000));
        assertThat(outcome.found()).extracting(problem -> problem.code()).containsExactly("COLUMNS_TOO_MANY");
    }

    @Test
    void refusesAnObjectThatDoesNotFitIntoMemory() throws IOException {
        JsonFormat nested = new JsonFormat(JsonRows.at("clients[*].visits[*]"), false, Set.of());
        Outcome outcome = read(
                nested,
                () -> new Repeated().then("{\"clients\":[{\"visits\":[{}", 1).then(",{\"a\":1}", 5_000_000));
        assertThat(outcome.problems())
                .containsExactly("FIELD_TOO_LONG hold_file line 1 row 0: The record that begins on line 1, with what is"
                        + " around it, has more than 16,000,000 characters.");
    }

    @Test
    void tellsBytesThatAreNoText() throws IOException {
        byte[] document = "[{\"a\":1},\n{\"a\":\"?\"}]".getBytes(UTF_8);
        document[16] = (byte) 0xE9;
        Outcome outcome = read(DOCUMENT, ByteSource.of(document));
        assertThat(outcome.records()).containsExactly(List.of("1"));
        assertThat(outcome.problems())
                .containsExactly("UNDECODABLE hold_file line 2 row 0: Bytes on line 2 are no text in UTF-8.");
        byte[] lines = "{\"a\":\"?\"}\n{\"a\":1}".getBytes(UTF_8);
        lines[6] = (byte) 0xE9;
        assertThat(read(LINES, ByteSource.of(lines)).records()).containsExactly(List.of("1"));
        assertThat(read(LINES, ByteSource.of(lines)).problems())
                .containsExactly("UNDECODABLE reject line 1 row 1: The line holds bytes that are no text in UTF-8.");
    }

    @Test
    void namesNoValueInAnyText() throws IOException {
        Outcome outcome = read(DOCUMENT, "[{\"a\":\"Jane\"},{\"a\":Jane}]");
        assertThat(outcome.readings().toString()).doesNotContain("Jane");
        assertThat(outcome.found().get(0).told()).doesNotContain("Jane");
    }
}
