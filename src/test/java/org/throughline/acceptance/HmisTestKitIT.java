package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Counts;
import org.throughline.intake.MemberReport;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.PublicData;
import org.throughline.testing.TestDatabase;

/** HUD's test kit as one zip, taken in once; every test then sends it in again in some other guise. */
final class HmisTestKitIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    @TempDir
    static Path home;

    private static SentMembers sent;
    private static IntakeScene scene;
    private static Beliefs beliefs;
    private static Receipt first;
    private static Map<String, List<String>> stored;

    @BeforeAll
    static void takeIn() {
        sent = SentMembers.of(PublicData.at("hmis/datalab_testkit_v2_fy2022/input"));
        scene = new IntakeScene(POSTGRES, home);
        beliefs = Beliefs.ofNewSender(scene, "testkit", "hud-hmis-2022");
        first = run(sent, "export.zip", "");
        stored = beliefs.everyRowAsStored();
    }

    @Test
    void countsEveryRowOfEveryMemberOnce() {
        assertThat(first.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(first.members()).extracting(MemberReport::file).containsExactlyInAnyOrderElementsOf(sent.names());
        assertThat(first.members()).allSatisfy(member -> {
            assertThat(member.records()).as(member.file()).hasValue(sent.rows(member.file()));
            assertThat(member.counts().read())
                    .as(member.file())
                    .isEqualTo(member.taken() ? member.records().orElseThrow() : 0);
        });
        assertThat(first.records()).isEqualTo(new Counts(20_335, 0, 0, 0, 0));
        assertThat(first.closed()).isZero();
    }

    @Test
    void acceptsTheRowsThatTheKitIsKnownToHold() {
        Map<String, Long> accepted = new LinkedHashMap<>();
        first.members().stream()
                .filter(MemberReport::taken)
                .forEach(member -> accepted.put(member.file(), member.counts().accepted()));

        assertThat(accepted)
                .contains(
                        entry("Client.csv", 799L),
                        entry("Enrollment.csv", 819L),
                        entry("Exit.csv", 442L),
                        entry("Project.csv", 24L),
                        entry("Services.csv", 5_185L),
                        entry("Disabilities.csv", 7_740L),
                        entry("IncomeBenefits.csv", 1_312L),
                        entry("HealthAndDV.csv", 1_289L),
                        entry("EnrollmentCoC.csv", 692L),
                        entry("CurrentLivingSituation.csv", 653L),
                        entry("EmploymentEducation.csv", 1_283L));
        assertThat(beliefs.current("client_record")).isEqualTo(799);
        assertThat(beliefs.current("enrollment")).isEqualTo(819);
        assertThat(beliefs.current("enrollment_exit")).isEqualTo(442);
        assertThat(beliefs.current("service")).isEqualTo(5_185);
    }

    @Test
    void saysWhichMembersItLeavesAsideAndWhy() {
        assertThat(first.members().stream().filter(member -> !member.taken()))
                .extracting(MemberReport::file)
                .containsExactlyInAnyOrder("Affiliation.csv", "User.csv");
        MemberReport users = IntakeScene.member(first, "User.csv");
        assertThat(users.records()).hasValue(5);
        assertThat(users.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("no agreed use"));
    }

    @Test
    void changesNothingForTheSameBytes() {
        Receipt again = run(sent, "export.zip", "");

        assertThat(again.status()).isEqualTo(SubmissionStatus.DUPLICATE);
        assertThat(again.duplicateOf()).contains(first.submission());
        assertThat(again.records().read()).isZero();
        assertThat(beliefs.everyRowAsStored()).isEqualTo(stored);
    }

    @Test
    void changesNothingForTheSameRowsInAnotherZip() {
        Path other = scene.zip(PublicData.at("hmis/datalab_testkit_v2_fy2022/input"), "other.zip", 2);

        assertThatNothingChanged(scene.run(beliefs.feed(), other));
    }

    @Test
    void changesNothingForTheSameRowsBelowAFolder() {
        assertThatNothingChanged(run(sent, "folder.zip", "FY2022 export/"));
    }

    @Test
    void changesNothingForShuffledRowsAndMovedColumns() {
        SentMembers shuffled = sent;
        for (String name : sent.names()) {
            shuffled = shuffled.rearranged(name, rows -> shuffled(rows, name.hashCode()));
        }

        assertThatNothingChanged(run(shuffled.rearranged("Client.csv", reversed()), "shuffled.zip", ""));
    }

    @Test
    void noticesOneChangedCellAmongAllRows() {
        Beliefs other = Beliefs.ofNewSender(scene, "testkit-changed", "hud-hmis-2022");
        SentMembers few = sent.without("Services.csv", "Disabilities.csv", "HealthAndDV.csv", "IncomeBenefits.csv");
        scene.run(other.feed(), few.zip(home.resolve("few.zip")));
        SentMembers changed = few.rearranged("Client.csv", HmisTestKitIT::withAnotherFirstName);

        Receipt receipt = scene.run(other.feed(), changed.zip(home.resolve("changed.zip")));

        assertThat(receipt.records().accepted()).isEqualTo(1);
        assertThat(receipt.records().unchanged()).isEqualTo(receipt.records().read() - 1);
        assertThat(IntakeScene.member(receipt, "Client.csv").counts().accepted())
                .isEqualTo(1);
    }

    private static void assertThatNothingChanged(Receipt receipt) {
        assertThat(receipt.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(receipt.records()).isEqualTo(new Counts(0, 20_335, 0, 0, 0));
        assertThat(receipt.closed()).isZero();
        assertThat(beliefs.everyRowAsStored()).isEqualTo(stored);
    }

    private static Receipt run(SentMembers members, String name, String folder) {
        return scene.run(beliefs.feed(), members.zip(home.resolve(name), folder));
    }

    private static List<List<String>> shuffled(List<List<String>> rows, long seed) {
        List<List<String>> below = new ArrayList<>(rows.subList(1, rows.size()));
        Collections.shuffle(below, new Random(seed));
        below.add(0, rows.get(0));
        return below;
    }

    private static UnaryOperator<List<List<String>>> reversed() {
        return rows -> rows.stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row);
                    Collections.reverse(cells);
                    return cells;
                })
                .map(List::copyOf)
                .toList();
    }

    private static List<List<String>> withAnotherFirstName(List<List<String>> rows) {
        List<List<String>> changed = new ArrayList<>(rows);
        List<String> client = new ArrayList<>(rows.get(400));
        client.set(rows.get(0).indexOf("FirstName"), "Quartzite");
        changed.set(400, client);
        return changed;
    }
}
