package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;
import org.throughline.intake.RecordId;
import org.throughline.intake.ReplayPlan;
import org.throughline.intake.ReplayReport;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** A code counts on the days of its list, by the day that the file is about: taken in, tried, ruled on and read again. */
final class CodeDaysIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path PROBE = Path.of("src", "test", "resources", "acceptance", "mappings", "probe");
    private static final String HEADER = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static int senders;

    @TempDir
    Path home;

    private IntakeScene scene;
    private Beliefs sender;

    @BeforeEach
    void open() throws IOException {
        String people = Files.readString(PROBE.resolve("people.yaml"))
                .replace("name: '(?s).*'", "name: 'people_(?<day>\\d{8})\\.csv'\n  period: {from: day, covers: P1D}")
                .replace("{F: F, M: M}", "{F: F, M: M, Z: X}");
        put("probe/people.yaml", people);
        endsOn("2025-09-30");
        scene = new IntakeScene(POSTGRES, home, home.resolve("mappings"));
        sender = Beliefs.ofNewSender(scene, "days-" + ++senders, "probe/people");
    }

    @Test
    void takesACodeOnItsLastDayAndHoldsItOnTheNext() throws IOException {
        Receipt last = scene.run(sender.feed(), file("20250930"));
        Receipt next = scene.run(sender.feed(), file("20251001"));

        assertThat(states(last)).containsExactly(List.of("accepted"), List.of("accepted"));
        assertThat(states(next)).containsExactly(List.of("unchanged"), List.of("held"));
        assertThat(problems(next))
                .containsExactly(List.of(
                        "CODE_NOT_IN_FORCE",
                        "hold_row",
                        "Sex",
                        "Column `Sex` holds 1 character, a code of the crosswalk `sex`; it is not in force on the day"
                                + " of the file, 2025-10-01; expected one of F, M.",
                        "Column `Sex` holds `Z`, a code of the crosswalk `sex`; it is in force to 2025-09-30, and the"
                                + " day of the file is 2025-10-01; expected one of F, M."));
    }

    @Test
    void saysTheSameInAFileCheck() throws IOException {
        assertThat(new Agreement(scene, "probe/people").differences(file("20250930")))
                .isEmpty();
        assertThat(new Agreement(scene, "probe/people").differences(file("20251001")))
                .isEmpty();
        assertThat(new Agreement(scene, "probe/people").differences(file("20250930"), file("20251001")))
                .as("the two days planted against each other")
                .anySatisfy(difference -> assertThat(difference).contains("CODE_NOT_IN_FORCE"));
    }

    @Test
    void judgesAFileThatIsReadAgainByItsOwnDay() throws IOException {
        Receipt last = scene.run(sender.feed(), file("20250930"));

        ReplayReport same = scene.replaying((done, total) -> {}).dryRun(all());
        assertThat(same.changes()).as("received a year after the code ended").isZero();

        endsOn("2025-09-29");
        ReplayReport earlier = scene.replaying((done, total) -> {}).dryRun(all());
        assertThat(earlier.lines().get(0).newlyHeld()).isEqualTo(1L);

        endsOn("2025-09-30");
        scene.replaying((done, total) -> {}).run(all(), Optional.empty());
        assertThat(states(last)).containsExactly(List.of("accepted"), List.of("accepted"));
    }

    @Test
    void holdsARecordThatIsReleasedUntilItsCodeCounts() throws IOException {
        Receipt next = scene.run(sender.feed(), file("20251001"));
        RecordId held = new RecordId(next.submission(), next.file(), 2);

        scene.desk().release(held, "asked by phone");
        assertThat(states(next)).containsExactly(List.of("accepted"), List.of("held"));

        endsOn("2025-10-01");
        scene.desk().release(held, "the list was wrong");
        assertThat(states(next)).containsExactly(List.of("accepted"), List.of("accepted"));
    }

    private void endsOn(String day) throws IOException {
        put("codes/hub/sex.yaml", """
            list: hub/sex
            title: Sex, with a code that ends (synthetic)
            codes: {F: Female, M: Male, X: {title: Another, to: %s}, U: Unknown}
            """.formatted(day));
    }

    private void put(String path, String text) throws IOException {
        Path file = home.resolve("mappings").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path file(String day) throws IOException {
        return Files.writeString(
                home.resolve("people_" + day + ".csv"),
                HEADER + "P-1,Hazel,Aster,1980-02-29,,F,\nP-2,Sage,Gneiss,1990-03-03,,Z,\n");
    }

    private ReplayPlan all() {
        return new ReplayPlan(
                FeedId.parse(sender.feed()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private List<List<String>> states(Receipt receipt) {
        return scene.rows(
                "select state from intake.source_record_state where submission_id = ? order by record_number",
                receipt.submission());
    }

    private List<List<String>> problems(Receipt receipt) {
        return scene.rows(
                "select code, level, column_name, fact, told from intake.problem where submission_id = ? order by"
                        + " problem_id",
                receipt.submission());
    }
}
