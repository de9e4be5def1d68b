package org.throughline.format.hl7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.format.hl7.Messages.HEADER;
import static org.throughline.format.hl7.Messages.format;
import static org.throughline.format.hl7.Messages.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;

final class Hl7ReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n"})
    void endsSegmentsAtEveryLineEnd(String end) throws IOException {
        String message = (HEADER + "PID|1||A1\rPV1|1|I\r").replace("\r", end);

        assertThat(read(format("PID-3", "PV1-2"), message + message)).containsExactly("A1; I", "A1; I");
    }

    @Test
    void passesOverMarkBlankLinesAndFrames() throws IOException {
        String text = "\uFEFF\u000B" + HEADER + "PID|1||A1\r\n\u001C\r\n\n\u000B" + HEADER + "PID|1||B2\n\u001C\r";

        assertThat(read(format("PID-3"), text)).containsExactly("A1", "B2");
    }

    @Test
    void findsRepetitionsComponentsAndSubcomponents() throws IOException {
        String text = HEADER + "PID|1||A1^^^X&9^PI~B2^^^Y^MR~C3^^^Z^SS\rNK1|1|ONE\rNK1|2|TWO\r";
        Hl7Format format = format(
                "PID-3[MR].1",
                "PID-3[XX|MR].4",
                "PID-3[XX].1",
                "PID-3[XX|*].1",
                "PID-3(3).1",
                "PID-3.4.2",
                "NK1(2)-2",
                "PID-3[PI].4");

        assertThat(read(format, text)).containsExactly("B2; Y; ; A1; C3; 9; TWO; X");
    }

    @Test
    void takesFirstValueThatIsNotEmpty() throws IOException {
        String text = HEADER + "PID|1||A1\rPV1|1|I|||||||||||||||||\"\"|||||||||||||||||||||||||||||||V9\r";

        assertThat(read(format("PV1-19 or PV1-50 or PID-3", "PV1-19 or PID-18"), text))
                .containsExactly("V9; ");
    }

    @Test
    void choosesSegmentByWhatItIsAbout() throws IOException {
        String text = HEADER + "PRD|RP|FROM\rPRD|RT^REFERRED TO|TO\rOBX|1|NM|W^WEIGHT||70\r";

        assertThat(read(format("PRD[RT]-2", "PRD[RP]-2", "OBX[W]-5"), text)).containsExactly("TO; FROM; 70");
    }

    @Test
    void readsDelimitersOfTheMessageItself() throws IOException {
        String text =
                "MSH^~|\\&^HIS^EXAMPLE^HUB^EXAMPLE^20260105^^ADT~A01^1^P^2.5.1\rPID^1^^A1~~~~MR|B2^^ROE~JO\\S\\NN\r";

        assertThat(read(format("PID-3(2).1", "PID-5.2"), text)).containsExactly("B2; JO~NN");
    }

    @Test
    void resolvesEscapeSequences() throws IOException {
        String text = HEADER + "PID|1||\\F\\\\S\\\\T\\\\R\\\\E\\|a\\.br\\b\\X41\\\\H\\c\\N\\\\Zq\\d|\"\"\r";

        assertThat(read(format("PID-3", "PID-4", "PID-5"), text)).containsExactly("|^&~\\; a\nbAc\\Zq\\d; ");
    }

    @Test
    void namesFieldsThatNoColumnReads() throws IOException {
        String text = HEADER + "PID|1||A1^^^X||ROE^JO|\"\"|20000101\r" + HEADER + "PID|||B2||ROE|||F\rOBX|1||||x&y\r";
        try (RecordReader reader =
                format("PID-3.1", "PID-5[L].1", "PID-7").open(ByteSource.of(text.getBytes(UTF_8)), "ADT")) {
            assertThat(reader.header().stream().filter(name -> !name.startsWith("MSH")))
                    .containsExactly(
                            "PID-3.1",
                            "PID-5[L].1",
                            "PID-7",
                            "OBX-1",
                            "OBX-5.1",
                            "OBX-5.1.2",
                            "PID-1",
                            "PID-3.4",
                            "PID-5.2",
                            "PID-8");
        }
    }

    @Test
    void beginsRowAtEverySegmentAsked() throws IOException {
        String text = HEADER.replace("A01", "A40") + "EVN||20260105\rPID|||A1\rMRG|OLD1\rPID|||A2\rMRG|OLD2\r";
        Hl7Format format = format(Hl7Setting.usual(), Optional.of("PID"), "EVN-2", "PID-3", "MRG-1");

        assertThat(read(format, text)).containsExactly("20260105; A1; OLD1", "20260105; A2; OLD2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pid|1", "P", "PIDX|1", "free text", "PID^1"})
    void breaksMessageWithLineThatIsNoSegmentAndGoesOn(String line) throws IOException {
        String text = HEADER + "PID|1||A1\r" + line + "\rPV1|1\r" + HEADER + "PID|1||B2\r";

        assertThat(read(format("PID-3"), text)).containsExactly("SEGMENT_BROKEN 1 line 3", "B2");
    }

    @Test
    void breaksMessageThatIsTooLongAndGoesOn() throws IOException {
        String text = HEADER + "OBX|1|TX|||" + "x".repeat(300) + "\rPID|1||A1\r" + HEADER + "PID|1||B2\r";

        assertThat(read(format(new Hl7Setting(List.of(), 200), Optional.empty(), "PID-3"), text))
                .containsExactly("MESSAGE_TOO_LONG 1 line 1", "B2");
    }

    @Test
    void refusesDelimitersThatCannotBeToldApart() throws IOException {
        Hl7Kinds kinds = new Hl7Kinds(Hl7Setting.usual(), java.util.Map.of());
        byte[] text = "MSH|^~\\\\&|HIS|||||||ADT^A01|1\rPID|1||A1\r".getBytes(UTF_8);

        assertThat(Messages.all(kinds.whole(ByteSource.of(text), Hl7Kinds.UNREADABLE)))
                .containsExactly("MESSAGE_HEADER 1 line 1");
    }

    @Test
    void readsEncodingThatMessageStates() throws IOException {
        Hl7Setting setting = new Hl7Setting(List.of(UTF_8, ISO_8859_1, Charset.forName("windows-1252")), 1_000);
        String text = HEADER.replace("2.5.1\r", "2.5.1||||||8859/1\r") + "PID|1||\u00C4\u00C4\r";

        assertThat(read(format(setting, Optional.empty(), "PID-3", "MSH-18"), text.getBytes(ISO_8859_1)))
                .containsExactly("\u00C4\u00C4; 8859/1");
        assertThat(read(format("PID-3"), text.getBytes(ISO_8859_1))).containsExactly("UNDECODABLE 1 line 1");
        assertThat(read(format("PID-3"), text.replace("8859/1", "ASCII").getBytes(ISO_8859_1)))
                .containsExactly("UNDECODABLE 1 line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0000B", "A\u0001", "\\X00\\"})
    void refusesControlCharacters(String value) throws IOException {
        assertThat(read(format("PID-3"), HEADER + "PID|1||" + value + "\r"))
                .singleElement()
                .asString()
                .startsWith("CONTROL_CHARACTER 1");
    }

    @Test
    void readsLongValueWhole() throws IOException {
        String value = "x".repeat(85_000);

        assertThat(read(format("OBX-5"), HEADER + "OBX|1|ED|||" + value + "\r").get(0))
                .startsWith(value);
    }

    @Test
    void staysSmallUnderEndlessSeparators() throws IOException {
        String text = HEADER + "PID|" + "|".repeat(5_000_000) + "\r" + HEADER + "PID|1||B2\r";

        assertThat(read(format("PID-3"), text)).containsExactly("SEGMENT_BROKEN 1 line 2", "B2");
    }

    @Test
    void passesOverEndlessMessageInBoundedMemory() throws IOException {
        InputStream endless = new java.io.SequenceInputStream(
                new java.io.ByteArrayInputStream(HEADER.getBytes(UTF_8)), new Letters(50_000_000));
        Hl7Format format = format("PID-3");
        try (RecordReader reader = format.open(() -> endless, "ADT")) {
            Optional<Reading> none = reader.next();

            assertThat(none).isEmpty();
        }
    }

    /** Letters without a line end. */
    private static final class Letters extends InputStream {
        private long left;

        Letters(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int given = (int) Math.min(length, left);
            left -= given;
            java.util.Arrays.fill(bytes, from, from + given, (byte) 'x');
            return given == 0 ? -1 : given;
        }
    }
}
