package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.acceptance.Beliefs;
import org.throughline.intake.FeedId;
import org.throughline.intake.Progress;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** A message that comes again is answered as the first one was, and changes nothing. */
final class RepeatedMessagesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String GOOD = "MSH|^~\\&|HIS|EAST|HUB|STATE|20261006||ADT^A01^ADT_A01|C1|P|2.5.1\r"
            + "PID|1||A1^^^EAST^MR||Roe^Avery||19800229|F\rPV1|1|I|||||||||||||||||V1\r";
    private static final String HELD = GOOD.replace("PV1|1|I|", "PV1|1|NONE|").replace("|C1|", "|C2|");
    private static final String REFUSED =
            GOOD.replace("ADT^A01^ADT_A01", "MFN^M02").replace("|C1|", "|C3|");
    private static final String ADMISSION = "standards/hl7-adt/ADT.yaml";

    private static int senders;

    @TempDir
    private Path home;

    private IntakeScene scene;
    private String sender;
    private Beliefs beliefs;
    private MllpScene listener;

    @BeforeEach
    void listen() {
        scene = new IntakeScene(POSTGRES, home, home.resolve("mappings"));
        sender = "hospital" + ++senders;
        beliefs = Beliefs.ofNewSender(scene, sender, "hl7-adt");
        FeedId feed = FeedId.parse(beliefs.feed());
        listener =
                new MllpScene(home, feed, Map.of(), delivery -> scene.intake().submit(delivery, Progress.SILENT));
    }

    @AfterEach
    void close() {
        listener.close();
    }

    /** The answer from its MSA on: the header has a time and a number of its own. */
    private String answer(String message) throws IOException {
        String answer = listener.sends(message);
        return answer.substring(answer.indexOf("MSA"));
    }

    private List<List<String>> whatIsHeld() {
        return scene.rows(
                "select s.submission_id, r.state, r.xmin::text, p.code from intake.submission s join intake.feed f"
                        + " using (feed_id) join intake.source_record_state r using (submission_id) left join"
                        + " intake.problem p using (submission_id) where f.sender = ? order by 1, p.problem_id",
                sender);
    }

    @Test
    void answersAcceptedMessageAlike() throws IOException {
        String first = answer(GOOD);
        Map<String, List<String>> before = beliefs.everyRowAsStored();

        assertThat(first).isEqualTo("MSA|AA|C1\n");
        assertThat(answer(GOOD)).isEqualTo(first);
        assertThat(answer(GOOD)).isEqualTo(first);
        assertThat(beliefs.everyRowAsStored()).isEqualTo(before);
        assertThat(beliefs.current("admin_event")).isEqualTo(1);
    }

    @Test
    void answersHeldMessageAlikeWithItsReason() throws IOException {
        String first = answer(HELD);
        List<List<String>> held = whatIsHeld();

        assertThat(first).startsWith("MSA|AE|C2|").contains("ERR|||103^Table value not found^HL70357|E|");
        assertThat(answer(HELD)).isEqualTo(first);
        assertThat(whatIsHeld()).isEqualTo(held).hasSize(1);
        assertThat(beliefs.current("admin_event")).isZero();
    }

    @Test
    void answersRefusedMessageAlikeWithItsReason() throws IOException {
        String first = answer(REFUSED);
        List<List<String>> held = whatIsHeld();

        assertThat(first).startsWith("MSA|AR|C3|").contains("ERR|||200^Unsupported message type^HL70357|E|");
        assertThat(answer(REFUSED)).isEqualTo(first);
        assertThat(whatIsHeld()).isEqualTo(held).hasSize(1);
    }

    @Test
    void decidesMessageAnewWhereTheMappingHasChanged() throws IOException {
        Path stricter = home.resolve("mappings").resolve(ADMISSION);
        Files.createDirectories(stricter.getParent());
        Files.writeString(
                stricter, Files.readString(Path.of("mappings", ADMISSION)).replace("{I: hospital_stay, ", "{"));
        assertThat(answer(GOOD)).startsWith("MSA|AE|C1|");
        assertThat(answer(GOOD)).startsWith("MSA|AE|C1|");

        Files.delete(stricter);

        assertThat(answer(GOOD)).isEqualTo("MSA|AA|C1\n");
        assertThat(answer(GOOD)).isEqualTo("MSA|AA|C1\n");
        assertThat(beliefs.current("admin_event")).isEqualTo(1);
    }
}
