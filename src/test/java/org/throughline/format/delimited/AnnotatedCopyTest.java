package org.throughline.format.delimited;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;

final class AnnotatedCopyTest {

    private static byte[] copy(byte[] original, Dialect dialect) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        AnnotatedCopy.write(ByteSource.of(original), dialect, AnnotatedCopyTest::annotation, copy);
        return copy.toByteArray();
    }

    private static String copy(String original, Dialect dialect) throws IOException {
        return new String(copy(original.getBytes(ISO_8859_1), dialect), ISO_8859_1);
    }

    private static String copy(String original) throws IOException {
        return copy(original, Dialect.csv());
    }

    private static Optional<Annotation> annotation(long record) {
        return record % 2 == 0 ? Optional.empty() : Optional.of(new Annotation("held", "No date, " + record, "=Fix"));
    }

    @Test
    void addsThreeColumns() throws IOException {
        assertThat(copy("a,b\r\n1,2\r\n3,4\r\n5,6"))
                .isEqualTo("a,b,hub_status,hub_problem,hub_guidance\r\n"
                        + "1,2,held,\"No date, 1\",'=Fix\r\n3,4,,,\r\n5,6,held,\"No date, 3\",'=Fix");
    }

    @Test
    void keepsQuotesSpacesBlankLinesAndMixedLineEnds() throws IOException {
        assertThat(copy(" a ,\"b\"\n\n\"1\", 2\r\r\n\"x\r\ny\",\n"))
                .isEqualTo(" a ,\"b\",hub_status,hub_problem,hub_guidance\n\n"
                        + "\"1\", 2,held,\"No date, 1\",'=Fix\r\r\n\"x\r\ny\",,,,\n");
    }

    @Test
    void keepsTheBytesOfBrokenRecords() throws IOException {
        assertThat(copy("a,b\n1\n\"x\"y,\0\n\u00E9,1\n2,3\n"))
                .isEqualTo("a,b,hub_status,hub_problem,hub_guidance\n1,held,\"No date, 1\",'=Fix\n"
                        + "\"x\"y,\0,,,\n\u00E9,1,held,\"No date, 3\",'=Fix\n2,3,,,\n");
    }

    @Test
    void leavesTheRestAloneWhereAQuoteIsNeverClosed() throws IOException {
        assertThat(copy("a,b\n1,2\n3,\"4\n5,6\n"))
                .isEqualTo("a,b,hub_status,hub_problem,hub_guidance\n1,2,held,\"No date, 1\",'=Fix\n3,\"4\n5,6\n");
    }

    @Test
    void givesAFileWithoutHeaderBackAsItIs() throws IOException {
        assertThat(copy("")).isEmpty();
        assertThat(copy("\n1,2\n")).startsWith("\n1,2");
    }

    @Test
    void addsNoHeaderWhereTheFileHasNone() throws IOException {
        Dialect dialect =
                new Dialect(';', '"', List.of(UTF_8), Optional.of('#'), Optional.of(List.of("a", "b")), false);
        assertThat(copy("#x\n1;2\n", dialect)).isEqualTo("#x\n1;2;held;No date, 1;'=Fix\n");
    }

    @Test
    void writesAfterTheDelimiterAtTheEndOfLine() throws IOException {
        Dialect dialect = new Dialect('|', '"', List.of(UTF_8), Optional.empty(), Optional.empty(), true);

        assertThat(copy("a|b|\n1|2|\n", dialect))
                .isEqualTo("a|b|hub_status|hub_problem|hub_guidance\n1|2|held|No date, 1|'=Fix\n");
        assertThat(copy("a|b\n1||", dialect))
                .isEqualTo("a|b|hub_status|hub_problem|hub_guidance\n1||held|No date, 1|'=Fix");
    }

    @Test
    void annotatesEmptyRecordsOfASingleColumn() throws IOException {
        assertThat(copy("a\n\n")).isEqualTo("a,hub_status,hub_problem,hub_guidance\n,held,\"No date, 1\",'=Fix\n");
    }

    @Test
    void writesInTheEncodingOfTheFile() throws IOException {
        byte[] utf16 = copy("\uFEFFa,b\n1,\u00E9\n".getBytes(UTF_16LE), Dialect.csv());
        assertThat(new String(utf16, UTF_16LE))
                .isEqualTo("\uFEFFa,b,hub_status,hub_problem,hub_guidance\n1,\u00E9,held,\"No date, 1\",'=Fix\n");
        Charset shiftJis = Charset.forName("Shift_JIS");
        Dialect dialect = new Dialect(',', '"', List.of(UTF_8, shiftJis), Optional.empty(), Optional.empty(), false);
        byte[] japanese = copy("a,b\n1,ソ\n".getBytes(shiftJis), dialect);
        assertThat(new String(japanese, shiftJis))
                .isEqualTo("a,b,hub_status,hub_problem,hub_guidance\n1,ソ,held,\"No date, 1\",'=Fix\n");
    }

    @Test
    void countsRecordsAsTheReaderDoes() throws IOException {
        String input = "a,b\n\n1,2\n\"x\"y\n\0,\n3\n4,5";
        Outcome outcome = Outcome.of(input, Dialect.csv());
        String numbered = new String(numbered(input), UTF_8);
        assertThat(outcome.places()).hasSize(5);
        assertThat(numbered)
                .isEqualTo(
                        "a,b,hub_status,hub_problem,hub_guidance\n\n" + "1,2,1,,\n\"x\"y,2,,\n\0,,3,,\n3,4,,\n4,5,5,,");
    }

    private static byte[] numbered(String input) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        ByteSource source = ByteSource.of(input.getBytes(UTF_8));
        AnnotatedCopy.write(
                source, Dialect.csv(), record -> Optional.of(new Annotation(String.valueOf(record), "", "")), copy);
        return copy.toByteArray();
    }

    @Test
    void tellsNoProblemTextByItself() {
        assertThat(new Annotation("held", "secret", "secret")).hasToString("Annotation[held]");
    }
}
