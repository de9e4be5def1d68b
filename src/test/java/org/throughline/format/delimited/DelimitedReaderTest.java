package org.throughline.format.delimited;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.throughline.format.BrokenInput;
import org.throughline.format.ByteSource;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

final class DelimitedReaderTest {
    private static final Dialect TWO_ENCODINGS =
            new Dialect(',', '"', List.of(UTF_8, ISO_8859_1), Optional.empty(), Optional.empty(), false);

    @Test
    void tellsTheNameThatStandsTwiceOnlyToTheSender() throws IOException {
        Problem problem = Outcome.of("secret,secret\n", Dialect.csv()).found().get(0);
        assertThat(problem.toString()).doesNotContain("secret");
        assertThat(problem.told()).isEqualTo("The column has the same name as column 1. The name is secret.");
    }

    @Test
    void namesNoCellInAnyFactOrText() throws IOException {
        String secret = "Sesam0815";
        String input = "a,b\n" + secret + "\n" + secret + ",\"" + secret + "\"" + secret + "\n" + secret + ",\0"
                + secret + "\n" + secret + "," + secret + "\n" + secret + ",\"" + secret;
        Outcome outcome = Outcome.of(input, Dialect.csv());
        assertThat(outcome.readings())
                .hasSize(5)
                .allSatisfy(reading -> assertThat(reading.toString()).doesNotContain(secret));
        assertThat(outcome.found())
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem.told()).doesNotContain(secret));
    }

    @Test
    void allowsDelimiterAtTheEndOfLinesWhereAgreed() throws IOException {
        Dialect dialect = new Dialect('|', '"', List.of(ISO_8859_1), Optional.empty(), Optional.empty(), true);
        String rows = "1|2|\r\n1|\r\n1||\r\n1|2|3\r\n1|2|\"\"\r\n1|2||\r\n1";

        for (String header : List.of("a|b|\r\n", "a|b\r\n")) {
            Outcome outcome = Outcome.of(header + rows, dialect);
            assertThat(outcome.records()).containsExactly(List.of("1", "2"), List.of("1", ""), List.of("1", ""));
            assertThat(outcome.found())
                    .extracting(Problem::code)
                    .containsExactly("FIELD_COUNT", "FIELD_COUNT", "FIELD_COUNT", "FIELD_COUNT");
        }
        assertThat(Outcome.of(
                                "a|b\r\n1|2|\r\n",
                                new Dialect('|', '"', List.of(), Optional.empty(), Optional.empty(), false))
                        .found())
                .extracting(Problem::code)
                .containsExactly("FIELD_COUNT");
    }

    @Test
    void readsSignsBeyondAsciiAsDelimiters() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        Dialect dialect =
                new Dialect('\u2021', Dialect.NO_QUOTE, List.of(windows), Optional.empty(), Optional.empty(), false);
        byte[] bytes = "a\u2021b\r\nM\u00fcller\u2021\"x\r\n".getBytes(windows);

        assertThat(Outcome.of(ByteSource.of(bytes), dialect).records()).containsExactly(List.of("M\u00fcller", "\"x"));
    }

    @Test
    void givesNothingAfterTheEnd() throws IOException {
        try (DelimitedReader reader = DelimitedReader.open(ByteSource.of(new byte[0]), "m", Dialect.csv())) {
            assertThat(reader.next()).containsInstanceOf(BrokenInput.class);
            assertThat(reader.next()).isEmpty();
        }
        try (DelimitedReader reader = DelimitedReader.open(ByteSource.of("a\n".getBytes(UTF_8)), "m", Dialect.csv())) {
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void turnsAnUnreadableMemberIntoBrokenInput() throws IOException {
        Problem problem = Problem.of(ProblemCode.ARCHIVE_REFUSED, Place.member("m"), "The member is damaged.");
        ByteSource late = () -> new SequenceInputStream(
                new RepeatedText("a,b\n", 100_000), new Failing(new UnreadableException(problem)));
        Outcome outcome = Outcome.of(late, Dialect.csv());
        assertThat(outcome.readings()).last().isEqualTo(new BrokenInput(problem));
        assertThat(outcome.records()).hasSizeGreaterThan(90_000);
        assertThat(Outcome.of(late, TWO_ENCODINGS).readings()).containsExactly(new BrokenInput(problem));
    }

    @Test
    void passesOtherFailuresOnAndClosesTheInput() {
        AtomicInteger open = new AtomicInteger();
        ByteSource failing = () -> {
            open.incrementAndGet();
            return new SequenceInputStream(new RepeatedText("a,", 3), new Failing(new IOException("Disk is gone."))) {
                @Override
                public void close() throws IOException {
                    open.decrementAndGet();
                    super.close();
                }
            };
        };
        assertThatThrownBy(() -> Outcome.of(failing, Dialect.csv())).hasMessage("Disk is gone.");
        assertThat(open).hasValue(0);
    }

    /** A stream that fails at once. */
    private static final class Failing extends InputStream {
        private final IOException failure;

        Failing(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            throw failure;
        }
    }
}
