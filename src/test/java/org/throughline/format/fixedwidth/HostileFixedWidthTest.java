package org.throughline.format.fixedwidth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.format.ByteSource;

final class HostileFixedWidthTest {
    private static final FixedLayout LAYOUT = FixedWidthCase.layout(List.of("a 1 2", "b 3 2"));
    private static final long MEGABYTES_200 = 200L << 20;

    /** The same byte many times, behind a first line. */
    private static ByteSource endless(String first, char letter, String last) {
        return () -> new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(first.getBytes(UTF_8)), same(letter)),
                new ByteArrayInputStream(last.getBytes(UTF_8)));
    }

    private static InputStream same(char letter) {
        return new InputStream() {
            private long left = MEGABYTES_200;

            @Override
            public int read() {
                return left-- > 0 ? letter : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int count = (int) Math.min(left, length);
                java.util.Arrays.fill(bytes, from, from + count, (byte) letter);
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
    }

    @Test
    void readsOnBehindALineOf200Megabytes() throws IOException {
        Outcome outcome = Outcome.of(endless("xxyy\n", 'x', "\nzzyy\n"), FixedWidthDialect.lines(), LAYOUT);

        assertThat(outcome.records()).containsExactly(List.of("xx", "yy"), List.of("zz", "yy"));
        assertThat(outcome.problems())
                .containsExactly("FIELD_COUNT reject line 2 column character 209715200: The line has 209,715,200"
                        + " characters, the layout has 4.");
    }

    @Test
    void takesNoNoticeOf200MegabytesOfBlanks() throws IOException {
        Outcome outcome = Outcome.of(endless("xxyy", ' ', "\nzzyy\n"), FixedWidthDialect.lines(), LAYOUT);

        assertThat(outcome.records()).containsExactly(List.of("xx", "yy"), List.of("zz", "yy"));
        assertThat(outcome.problems()).isEmpty();
    }

    @Test
    void surveysALineOf200MegabytesOfNuls() throws IOException {
        FixedWidthKinds kinds = new FixedWidthKinds(
                FixedWidthDialect.lines(),
                new RecordTypes(1, 2, List.of("T1")),
                Optional.empty(),
                Optional.empty(),
                Set.of());

        assertThat(kinds.survey(endless("T1\n", '\0', "\nT1\n")).records()).hasToString("{T1=2, (no type)=1}");
    }

    @Test
    void passesOverBlankRecordsOfOneLength() throws IOException {
        FixedWidthDialect records = new FixedWidthDialect(List.of(), OptionalInt.of(4), false);

        assertThat(Outcome.of(endless("xxyy", ' ', "zzyy"), records, LAYOUT).records())
                .containsExactly(List.of("xx", "yy"), List.of("zz", "yy"));
    }
}
