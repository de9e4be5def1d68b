package org.throughline.format.hl7;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.format.hl7.Messages.HEADER;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.format.ByteSource;
import org.throughline.format.KindSurvey;
import org.throughline.format.RecordReader;
import org.throughline.problem.Problem;

final class Hl7KindsTest {
    private static final String MERGE = HEADER.replace("A01", "A40");
    private static final String RESULT = HEADER.replace("ADT^A01", "ORU^R01");

    private final Hl7Kinds kinds =
            new Hl7Kinds(Hl7Setting.usual(), Map.of("ADT", Set.of("ADT^A01", "ADT^A03"), "MERGE", Set.of("ADT^A40")));

    private static ByteSource source(String text) {
        return ByteSource.of(text.getBytes(UTF_8));
    }

    private List<String> problems(String text) throws IOException {
        return kinds.survey(source(text)).problems().stream().map(Problem::fact).toList();
    }

    @Test
    void countsMessagesOfEveryKind() throws IOException {
        String text = "note\rmore\r" + HEADER + "PID|1\r" + MERGE + RESULT + HEADER + HEADER.replace("ADT^A01", "?");

        KindSurvey survey = kinds.survey(source(text));

        assertThat(survey.records())
                .containsExactlyInAnyOrderEntriesOf(Map.of("ADT", 2L, "MERGE", 1L, "ORU^R01", 1L, "unreadable", 2L));
        assertThat(survey.problems()).isEmpty();
    }

    @Test
    void givesMessageOfOtherTypeWhole() throws IOException {
        try (RecordReader reader = kinds.whole(source(HEADER + RESULT + "OBX|1\n"), "ORU^R01")) {
            assertThat(reader.header()).containsExactly("message");
            assertThat(Messages.all(reader)).containsExactly(RESULT.replace('\r', '\n') + "OBX|1");
        }
    }

    @Test
    void tellsWhatIsNoMessage() throws IOException {
        String text = "note\rmore\r" + HEADER + HEADER.replace("ADT^A01", "?");
        try (RecordReader reader = kinds.whole(source(text), Hl7Kinds.UNREADABLE)) {
            assertThat(Messages.all(reader))
                    .containsExactly("SEGMENT_OUT_OF_PLACE 1 line 1", "MESSAGE_HEADER 2 line 4");
        }
    }

    @Test
    void keepsTypeApartFromKindThatOnlyBearsItsName() throws IOException {
        Hl7Kinds named = new Hl7Kinds(
                Hl7Setting.usual(), Map.of("ADT", Set.of("ADT^A01"), Hl7Kinds.UNREADABLE, Set.of("ADT^A40")));
        ByteSource source = source("note\r" + HEADER + HEADER.replace("ADT^A01", "ADT"));

        assertThat(named.survey(source).records())
                .containsExactlyInAnyOrderEntriesOf(Map.of("ADT", 1L, "other ADT", 1L, "other unreadable", 1L));
        try (RecordReader reader = named.whole(source, "other ADT")) {
            assertThat(Messages.all(reader))
                    .containsExactly(HEADER.replace("ADT^A01", "ADT").strip());
        }
        try (RecordReader reader = named.whole(source, "other unreadable")) {
            assertThat(Messages.all(reader)).containsExactly("SEGMENT_OUT_OF_PLACE 1 line 1");
        }
    }

    @Test
    void takesBatchesWhoseCountsAgree() throws IOException {
        String text = "FHS|^~\\&\rBHS|^~\\&\r" + HEADER + HEADER + "BTS|002\rBHS|^~\\&\r" + HEADER + "BTS\rFTS|2\r";

        assertThat(problems(text)).isEmpty();
    }

    @Test
    void tellsBothNumbersWhereTrailerDisagrees() throws IOException {
        String text = "FHS|^~\\&\rBHS|^~\\&\r" + HEADER + HEADER + "BTS|3\rFTS|many\r";

        assertThat(problems(text))
                .containsExactly(
                        "The batch that begins on line 2 holds 2 messages; its trailer on line 5 says 3 (BTS-1).",
                        "The file that begins on line 1 holds 1 batches; its trailer on line 6 states no number"
                                + " (FTS-1).");
    }

    @Test
    void tellsWhatIsNotClosedOrNeverBegun() throws IOException {
        assertThat(problems("FHS|^~\\&\rBHS|^~\\&\r" + HEADER))
                .containsExactly(
                        "The batch that begins on line 2 is not closed before the end of the file.",
                        "The file that begins on line 1 is not closed before the end of the file.");
        assertThat(problems(HEADER + "BTS|1\r")).containsExactly("A batch is closed that was never begun.");
    }
}
