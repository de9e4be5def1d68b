package org.throughline.format.delimited;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.throughline.format.ByteSource;
import org.throughline.problem.Problem;

final class HugeInputTest {
    @Test
    void readsTheSameWhereverABufferEnds() throws IOException {
        String record = "x,\"a\"\"b\r\nc\"\r\n";
        for (int shift = 0; shift < 2 * record.length(); shift++) {
            String header = "h" + "-".repeat((1 << 16) - 2 * record.length() + shift) + ",b\r\n";
            Outcome outcome = Outcome.of(header + record + record + record, Dialect.csv());
            List<String> expected = List.of("x", "a\"b\r\nc");
            assertThat(outcome.records()).containsExactly(expected, expected, expected);
            assertThat(outcome.places()).containsExactly("1: line 2, row 2", "2: line 4, row 3", "3: line 6, row 4");
        }
    }

    @Test
    void refusesAFieldThatIsTooLongAndReadsOn() throws IOException {
        String tooLong = "x".repeat(Cells.FIELD_LIMIT + 1);
        Outcome outcome = Outcome.of("a,b\n1," + tooLong + "\n2,\"" + tooLong + "\n\"\n3,y\n", Dialect.csv());
        assertThat(outcome.records()).containsExactly(List.of("3", "y"));
        assertThat(outcome.problems())
                .containsExactly(
                        "FIELD_TOO_LONG reject line 2 row 2 column b: The field has more than 1,000,000 characters.",
                        "FIELD_TOO_LONG reject line 3 row 3 column b: The field has more than 1,000,000 characters.");
    }

    @Test
    void takesAFieldOfExactlyTheLimit() throws IOException {
        String longest = "x".repeat(Cells.FIELD_LIMIT);
        assertThat(Outcome.of("a,b\n1," + longest + "\n", Dialect.csv()).records())
                .containsExactly(List.of("1", longest));
    }

    @Test
    void refusesARecordThatIsTooLongAndReadsOn() throws IOException {
        String header = "h0"
                + String.join(
                        "",
                        IntStream.range(1, 20).mapToObj(index -> ",h" + index).toList());
        String record = String.join(",", Collections.nCopies(20, "x".repeat(900_000)));
        Outcome outcome = Outcome.of(header + "\n" + record + "\n" + ",".repeat(19) + "\n", Dialect.csv());
        assertThat(outcome.problems())
                .containsExactly("FIELD_TOO_LONG reject line 2 row 2 column h17: The record has more than 16,000,000"
                        + " characters.");
        assertThat(outcome.records()).hasSize(1);
    }

    @Test
    void countsSurplusFieldsWithoutKeepingThem() throws IOException {
        Outcome outcome = Outcome.of("a,b\n" + ",".repeat(3_000_000) + "\n1,2\n", Dialect.csv());
        assertThat(outcome.problems())
                .containsExactly("FIELD_COUNT reject line 2 row 2 column column 3: "
                        + "The record has 3,000,001 fields, the header has 2.");
        assertThat(outcome.records()).containsExactly(List.of("1", "2"));
    }

    @Test
    void refusesAHeaderOfTooManyColumns() throws IOException {
        StringBuilder header = new StringBuilder("h");
        for (int index = 0; index < Cells.COLUMN_LIMIT; index++) {
            header.append(",h").append(index);
        }
        assertThat(Outcome.of(header + "\n", Dialect.csv()).problems())
                .containsExactly("FIELD_COUNT hold_file line 1 row 1 column column 100001: "
                        + "The header has more than 100,000 columns.");
    }

    @Test
    void tellsWhereAQuoteOpensThatSwallowsTheRest() throws IOException {
        ByteSource endless = () -> new SequenceInputStream(
                new ByteArrayInputStream("a,b\n1,\"open".getBytes(UTF_8)), new RepeatedText("x,y\n", 25_000_000));
        Outcome outcome = Outcome.of(endless, Dialect.csv());
        assertThat(outcome.problems())
                .containsExactly("QUOTE_NOT_CLOSED hold_file line 2 row 2 column b: "
                        + "The quote that opens at line 2, character 3 is never closed.");
    }

    @Test
    void readsALineOf100MegabytesInBoundedMemory() throws IOException {
        ByteSource wide = () -> new SequenceInputStream(
                new ByteArrayInputStream("a,b\n1,2\n".getBytes(UTF_8)), new RepeatedText("xxxx", 25_000_000));
        Outcome outcome = Outcome.of(wide, Dialect.csv());
        assertThat(outcome.records()).containsExactly(List.of("1", "2"));
        assertThat(outcome.found()).extracting(Problem::code).containsExactly("FIELD_TOO_LONG");
    }
}
