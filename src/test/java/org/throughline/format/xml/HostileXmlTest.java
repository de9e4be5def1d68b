package org.throughline.format.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.format.ByteSource;
import org.throughline.format.Outcome;
import org.throughline.format.Repeated;
import org.throughline.problem.Problem;

final class HostileXmlTest {
    private static final XmlFormat FORMAT = new XmlFormat(XmlRows.at("/a/b"), Set.of());
    private static final String DOCTYPE =
            "DOCTYPE_REFUSED hold_file line 1 row 0: A document type declaration, or an entity of its own, stands at"
                    + " line 1.";

    private static Outcome read(ByteSource input) throws IOException {
        return Outcome.of(FORMAT.open(input, "test.xml"));
    }

    private static Outcome read(String input) throws IOException {
        return read(ByteSource.of(input.getBytes(UTF_8)));
    }

    @Test
    void refusesAnEntityBomb() throws IOException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"lol\">");
        for (int level = 1; level < 10; level++) {
            bomb.append("<!ENTITY e")
                    .append(level)
                    .append(" \"")
                    .append(("&e" + (level - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertThat(read(bomb.append("]><a><b>&e9;</b></a>").toString()).problems())
                .containsExactly(DOCTYPE);
    }

    @Test
    void opensNothingOutsideTheFile(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "outside");
        for (String type : List.of(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\">",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]>")) {
            Outcome outcome = read(type + "<a><b>&x;</b></a>");
            assertThat(outcome.problems()).containsExactly(DOCTYPE);
            assertThat(outcome.records()).isEmpty();
        }
    }

    @Test
    void refusesDepthAtOnce() throws IOException {
        assertThat(read(() -> new Repeated().then("<a>", 1).then("<b>", 100_000))
                        .problems())
                .containsExactly(
                        "TOO_DEEP hold_file line 1 row 0: Elements stand more than 64 deep in each other at line 1.");
    }

    @Test
    void refusesATextOf100MegabytesAndReadsOn() throws IOException {
        Outcome outcome = read(() -> new Repeated()
                .then("<a><b>1</b><b>", 1)
                .then("x".repeat(1000), 100_000)
                .then("</b><b>2</b></a>", 1));
        assertThat(outcome.records()).containsExactly(List.of("1"), List.of("2"));
        assertThat(outcome.problems())
                .containsExactly("FIELD_TOO_LONG reject line 1 row 2 column .: The text at `.` has more than 1,000,000"
                        + " characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a><b><!--", "<a><b><", "<a><b x='", "<a><b><?p ", "<a><b><![CDATA[", "<", "<a><b>&"})
    void keepsNoPartWithoutAnEnd(String start) throws IOException {
        Outcome outcome = read(() -> new Repeated().then(start, 1).then("x".repeat(1000), 60_000));
        assertThat(outcome.found()).extracting(Problem::code).hasSize(1).doesNotContain("ROWS_MISSING");
    }

    @Test
    void refusesTooManyAttributesAndPaths() throws IOException {
        StringBuilder attributes = new StringBuilder("<a><b");
        StringBuilder paths = new StringBuilder("<a>");
        for (int name = 0; name <= Nodes.LIMIT; name++) {
            attributes.append(" n").append(name).append("=''");
            paths.append("<b><n").append(name).append("/></b>");
        }
        assertThat(read(attributes + "/></a>").found())
                .extracting(Problem::code)
                .containsExactly("NOT_WELL_FORMED");
        assertThat(read(paths + "</a>").found()).extracting(Problem::code).containsExactly("COLUMNS_TOO_MANY");
    }

    @Test
    void refusesARecordThatDoesNotFitIntoMemory() throws IOException {
        Outcome outcome = read(() -> new Repeated().then("<a><b>", 1).then("<n/>", 5_000_000));
        assertThat(outcome.found()).extracting(Problem::code).hasSize(1);
    }

    @Test
    void readsTheEncodingsAgreed() throws IOException {
        String text = "<a><b>Muñoz</b></a>";
        for (String name : List.of("utf-8", "windows-1252", "ISO-8859-1")) {
            byte[] bytes = ("<?xml version='1.0' encoding='" + name + "'?>" + text).getBytes(Charset.forName(name));
            assertThat(read(ByteSource.of(bytes)).records()).containsExactly(List.of("Muñoz"));
        }
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String declared = "<?xml version='1.0' encoding='utf-16'?>" + text;
            assertThat(read(ByteSource.of(declared.getBytes(charset))).records())
                    .containsExactly(List.of("Muñoz"));
            assertThat(read(ByteSource.of(("\uFEFF" + declared).getBytes(charset)))
                            .records())
                    .containsExactly(List.of("Muñoz"));
        }
    }

    @Test
    void tellsBytesThatAreNoText() throws IOException {
        byte[] bytes = "<a>\n<b>1</b><b>?</b></a>".getBytes(UTF_8);
        bytes[15] = (byte) 0xE9;
        assertThat(read(ByteSource.of(bytes)).problems())
                .containsExactly("UNDECODABLE hold_file line 2 row 0: Bytes on line 2 are no text in UTF-8.");
    }

    @Test
    void namesNoValueInAnyText() throws IOException {
        Outcome outcome = read("<a><b>Jane</b><b>Jane</c></a>");
        assertThat(outcome.readings().toString()).doesNotContain("Jane");
        assertThat(outcome.found().get(0).told()).doesNotContain("Jane");
    }
}
