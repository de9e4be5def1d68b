package org.throughline.format.delimited;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.problem.Problem;

final class EncodingTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final Dialect UTF_8_OR_WINDOWS = encodings(UTF_8, WINDOWS);

    private static Dialect encodings(Charset... encodings) {
        return new Dialect(',', '"', List.of(encodings), Optional.empty(), Optional.empty(), false);
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void obeysTheByteOrderMark(String charset) throws IOException {
        byte[] input = "\uFEFF\"näme\",b\r\nJosé,😎\r\n".getBytes(Charset.forName(charset));
        Outcome outcome = Outcome.of(input, encodings(ISO_8859_1));
        assertThat(outcome.header()).containsExactly("näme", "b");
        assertThat(outcome.records()).containsExactly(List.of("José", "😎"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "Shift_JIS", "GB18030", "IBM850"})
    void readsTheEncodingNamed(String charset) throws IOException {
        Charset encoding = Charset.forName(charset);
        String text = encoding.newEncoder().canEncode('ソ') ? "ソ" : "é";
        Outcome outcome = Outcome.of(("a,b\n1," + text + "\n").getBytes(encoding), encodings(encoding));
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.records()).containsExactly(List.of("1", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32"})
    void takesAnUnmarkedInputForBigEndian(String charset) throws IOException {
        byte[] input = "a,b\n1,é\n".getBytes(Charset.forName(charset + "BE"));
        Outcome outcome = Outcome.of(input, encodings(Charset.forName(charset)));
        assertThat(outcome.records()).containsExactly(List.of("1", "é"));
    }

    @Test
    void tellsOfAHalfCharacterAtTheEnd() throws IOException {
        byte[] input = "\uFEFFa,b\n1,2\n".getBytes(UTF_16LE);
        Outcome outcome = Outcome.of(Arrays.copyOf(input, input.length + 1), encodings(UTF_8));
        assertThat(outcome.records()).containsExactly(List.of("1", "2"));
        assertThat(outcome.found()).extracting(Problem::code).containsExactly("UNDECODABLE");
    }

    @Test
    void takesTheFirstEncodingUnderWhichAllDecodes() throws IOException {
        byte[] windows = "a,b\n1,Zoë\n2,José\n".getBytes(WINDOWS);
        assertThat(Outcome.of(windows, UTF_8_OR_WINDOWS).records())
                .containsExactly(List.of("1", "Zoë"), List.of("2", "José"));
        byte[] utf8 = "a,b\n1,Zoë\n2,José\n".getBytes(UTF_8);
        assertThat(Outcome.of(utf8, UTF_8_OR_WINDOWS).records())
                .containsExactly(List.of("1", "Zoë"), List.of("2", "José"));
    }

    @Test
    void staysWithUtf8WhereMostOfItIsUtf8() throws IOException {
        byte[] mixed = join("a,b\n1,Zoë\n2,José\n3,".getBytes(UTF_8), "Zoë\n".getBytes(WINDOWS));
        Outcome outcome = Outcome.of(mixed, UTF_8_OR_WINDOWS);
        assertThat(outcome.records()).containsExactly(List.of("1", "Zoë"), List.of("2", "José"));
        assertThat(outcome.problems())
                .containsExactly("UNDECODABLE reject line 4 row 4 column b: "
                        + "Bytes at line 4, character 5 are no text in the encoding of the file.");
    }

    @Test
    void takesTheEncodingWithTheFewestFaultsWhereNoneFits() throws IOException {
        byte[] input =
                join("a,b\n1,Zoë\n2,José\n3,".getBytes(WINDOWS), new byte[] {(byte) 0x81}, "\n4,x".getBytes(UTF_8));
        Outcome outcome = Outcome.of(input, UTF_8_OR_WINDOWS);
        assertThat(outcome.records()).containsExactly(List.of("1", "Zoë"), List.of("2", "José"), List.of("4", "x"));
        assertThat(outcome.problems())
                .containsExactly("UNDECODABLE reject line 4 row 4 column b: "
                        + "Bytes at line 4, character 3 are no text in the encoding of the file.");
    }

    @Test
    void readsOnAfterBytesThatDoNotDecode() throws IOException {
        byte[] bad = {(byte) 0xE2, (byte) 0x82};
        byte[] input = join(
                "a,b\n1,x".getBytes(UTF_8), bad, ",\"\n2\"\r\n".getBytes(UTF_8), bad, ",\n3,y\n".getBytes(UTF_8), bad);
        Outcome outcome = Outcome.of(input, encodings(UTF_8));
        assertThat(outcome.records()).containsExactly(List.of("3", "y"));
        assertThat(outcome.found())
                .extracting(Problem::code)
                .containsOnly("UNDECODABLE")
                .hasSize(3);
        assertThat(outcome.places())
                .containsExactly("1: line 2, row 2", "2: line 4, row 3", "3: line 5, row 4", "4: line 6, row 5");
    }

    @Test
    void passesOverBytesThatDoNotDecodeInAComment() throws IOException {
        Dialect dialect = new Dialect(',', '"', List.of(UTF_8), Optional.of('#'), Optional.empty(), false);
        Outcome outcome = Outcome.of("#Zoë\na\n1\n".getBytes(ISO_8859_1), dialect);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.records()).containsExactly(List.of("1"));
    }
}
