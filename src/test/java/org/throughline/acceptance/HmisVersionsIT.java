package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.intake.Counts;
import org.throughline.intake.MemberReport;
import org.throughline.intake.Receipt;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.PublicData;
import org.throughline.testing.TestDatabase;

/** The same stays written in two versions of HUD's format make the same canonical records. */
final class HmisVersionsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    /** FY2026 drops element 3.06 Gender and adds 4.21 Sex; neither can be told from the other. */
    private static final List<String> DIFFER = List.of("gender", "sex");

    @TempDir
    static Path home;

    private static IntakeScene scene;
    private static Beliefs of2024;
    private static Beliefs of2026;
    private static Receipt receipt2024;
    private static Receipt receipt2026;

    @BeforeAll
    static void takeBothIn() {
        Path exports = PublicData.at("hmis/datalab_fy2024_to_fy2026");
        scene = new IntakeScene(POSTGRES, home);
        of2024 = Beliefs.ofNewSender(scene, "of2024", "hud-hmis-2024");
        of2026 = Beliefs.ofNewSender(scene, "of2026", "hud-hmis-2026");
        receipt2024 = scene.run(of2024.feed(), scene.zip(exports.resolve("in_fy2024_v1.3"), "2024.zip", 1));
        receipt2026 = scene.run(of2026.feed(), scene.zip(exports.resolve("out_fy2026_v1.0"), "2026.zip", 1));
    }

    @Test
    void loadsEveryRowOfBothVersions() {
        assertThat(receipt2024.records()).isEqualTo(new Counts(19_421, 0, 0, 0, 0));
        assertThat(receipt2026.records()).isEqualTo(new Counts(19_421, 0, 0, 0, 0));
        assertThat(of2024.current("client_record")).isEqualTo(514);
        assertThat(of2024.current("enrollment")).isEqualTo(574);
    }

    @Test
    void reportsTheMembersThatOnlyTheLaterVersionHas() {
        assertThat(receipt2026.members().stream().filter(member -> !member.taken()))
                .extracting(MemberReport::file)
                .contains("CustomGender.csv", "CustomEnrollmentFY26Deprecations.csv");
        assertThat(IntakeScene.member(receipt2026, "CustomGender.csv").records())
                .hasValue(514);
    }

    @Test
    void makesTheSameRecordsOfEverythingButClients() {
        Map<String, List<String>> earlier = of2024.current();
        Map<String, List<String>> later = of2026.current();
        earlier.remove("client_record");
        later.remove("client_record");

        assertThat(later).isEqualTo(earlier);
        assertThat(later.values().stream().mapToInt(List::size).sum()).isEqualTo(20_754);
    }

    @Test
    void makesTheSameClientsButForGenderAndSex() {
        assertThat(clients(of2026, "of2026")).hasSize(514).isEqualTo(clients(of2024, "of2024"));
    }

    @Test
    void keepsGenderFrom2024AndNoneFrom2026() {
        String without = "select count(*) from canonical.client_record where sender = ? and gender is null";

        assertThat(scene.value(without, "of2024")).isEqualTo("0");
        assertThat(scene.value(without, "of2026")).isEqualTo("514");
        assertThat(scene.value("select count(sex) from canonical.client_record"))
                .as("the FY2026 export leaves Sex blank for every client")
                .isEqualTo("0");
    }

    private static List<List<String>> clients(Beliefs beliefs, String sender) {
        String fields = Entity.CLIENT_RECORD.fields().stream()
                .map(Field::name)
                .filter(name -> !DIFFER.contains(name))
                .collect(Collectors.joining(", "));
        assertThat(beliefs.feed()).startsWith(sender);
        return scene.rows(
                "select key, " + fields + " from canonical.client_record where sender = ? and recorded_to is null"
                        + " order by key",
                sender);
    }
}
