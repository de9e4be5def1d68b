package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Counts;
import org.throughline.intake.MemberReport;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;
import org.throughline.problem.Place;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.PublicData;
import org.throughline.testing.TestDatabase;

/** Exports that are awkward on purpose, and the page that says what the hub does with each. */
final class HmisEdgeCasesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path PAGE = Path.of("docs", "hmis-edge-cases.md");

    @TempDir
    static Path home;

    private static Path exports;
    private static IntakeScene scene;
    private static final Map<EdgeStory, List<Receipt>> TOLD = new LinkedHashMap<>();

    @BeforeAll
    static void tellAllStories() {
        exports = PublicData.at("hmis/importer_edge_fy2026");
        scene = new IntakeScene(POSTGRES, home);
        for (EdgeStory story : EdgeStory.all()) {
            TOLD.put(story, story.tell(scene, exports, sender(TOLD.size())));
        }
    }

    @Test
    void tellsOfEveryExport() throws IOException {
        try (Stream<Path> files = Files.walk(exports)) {
            List<Path> all = files.filter(file -> file.endsWith("Export.csv"))
                    .map(Path::getParent)
                    .toList();

            assertThat(all).hasSize(43);
            assertThat(TOLD.keySet().stream()
                            .flatMap(story -> story.folders().stream())
                            .map(folder -> EdgeStory.files(exports, folder)))
                    .containsAll(all);
        }
    }

    @Test
    void loadsEveryExportAndCountsEveryRow() {
        TOLD.forEach((story, receipts) -> {
            for (int i = 0; i < receipts.size(); i++) {
                SentMembers sent =
                        SentMembers.of(EdgeStory.files(exports, story.folders().get(i)));
                Receipt receipt = receipts.get(i);
                assertThat(receipt.status()).as(story.folders().get(i)).isEqualTo(SubmissionStatus.LOADED);
                assertThat(receipt.members())
                        .extracting(MemberReport::file)
                        .containsExactlyInAnyOrderElementsOf(sent.names());
                assertThat(receipt.members()).allSatisfy(member -> {
                    assertThat(member.records()).as(member.file()).hasValue(sent.rows(member.file()));
                    assertThat(member.counts().read())
                            .isEqualTo(member.taken() ? member.records().orElseThrow() : 0);
                });
            }
        });
    }

    @Test
    void readsBadData() {
        Beliefs beliefs = beliefs("bad_data");

        assertThat(beliefs.current("client_record")).isEqualTo(134);
        assertThat(scene.value(
                        "select count(*) from canonical.client_record where sender = ? and last_name like '%Last%'",
                        sender("bad_data")))
                .isEqualTo("134");
        assertThat(client("bad_data", "6906", "last_name")).isEqualTo("\"\"Last1\"\"");
        assertThat(client("bad_data", "6798", "birth_date")).isEqualTo("1967-05-08");
        assertThat(client("bad_data", "6800", "birth_date")).isEqualTo("2020-06-17");
        assertThat(client("bad_data", "6801", "source_updated_at")).isEqualTo("2015-09-10 21:39:00");
        assertThat(client("bad_data", "6803", "source_updated_at")).isEqualTo("2015-09-10 21:39:00");
        assertThat(client("bad_data", "6810", "source_updated_at")).isEqualTo("2016-07-14 09:59:00");
        assertThat(client("bad_data", "6812", "source_updated_at")).isEqualTo("2019-04-28 05:17:00");
        assertThat(beliefs.value("program", "751", "operating_start")).isEqualTo("2015-12-31");
        assertThat(beliefs.value("program", "751", "operating_end")).isEqualTo("2025-12-31");
    }

    @Test
    void rejectsWhatCannotBeRead() {
        Receipt receipt = receipt("loader_errors", 0);

        assertThat(counts(receipt, "Client.csv")).isEqualTo(new Counts(131, 0, 0, 3, 0));
        assertThat(counts(receipt, "Event.csv").rejected()).isEqualTo(1);
        assertThat(counts(receipt, "Exit.csv").rejected()).isEqualTo(1);
        assertThat(problems(receipt, "FIELD_COUNT").flatMap(problem -> problem.places().stream()))
                .extracting(Place::member, Place::line, Place::row)
                .containsExactlyInAnyOrder(
                        tuple("Client.csv", 7L, 7L),
                        tuple("Client.csv", 34L, 34L),
                        tuple("Client.csv", 61L, 61L),
                        tuple("Event.csv", 3L, 3L),
                        tuple("Exit.csv", 2L, 2L));
        assertThat(problems(receipt, "COLUMN_NEW").flatMap(problem -> problem.places().stream()))
                .extracting(Place::member)
                .containsExactly("Exit.csv");
    }

    @Test
    void holdsKeysThatStandTwiceWithOtherContent() {
        Receipt receipt = receipt("duplicate_primary_keys", 0);

        assertThat(counts(receipt, "Client.csv")).isEqualTo(new Counts(2, 0, 3, 0, 0));
        assertThat(counts(receipt, "Funder.csv")).isEqualTo(new Counts(0, 0, 3, 0, 0));
        assertThat(counts(receipt, "Assessment.csv").held()).isEqualTo(2);
        assertThat(counts(receipt, "Enrollment.csv").held()).isEqualTo(2);
        assertThat(problems(receipt, "KEY_TWICE").mapToLong(ProblemReport::rows).sum())
                .isEqualTo(10);
    }

    @Test
    void asksForTheTypeOfContinuumProjectsOnly() {
        Receipt receipt = receipt("project_validation_constraint", 0);

        assertThat(counts(receipt, "Project.csv")).isEqualTo(new Counts(5, 0, 1, 0, 0));
        assertThat(problems(receipt, "project-type-missing").mapToLong(ProblemReport::rows))
                .containsExactly(1L);
        assertThat(problems(receipt, "continuum-missing"))
                .extracting(ProblemReport::level)
                .containsExactly("warn");
    }

    @Test
    void namesEveryFailureOfTheValidationFiles() {
        Receipt receipt = receipt("validation_files", 0);
        List<String> codes =
                receipt.problems().stream().map(ProblemReport::code).distinct().toList();

        assertThat(receipt.records().rejected()).isEqualTo(5);
        assertThat(problems(receipt, "KEY_MISSING")
                        .mapToLong(ProblemReport::rows)
                        .sum())
                .isEqualTo(2);
        assertThat(codes)
                .contains(
                        "FIELD_MISSING",
                        "FIELD_TYPE",
                        "CODE_NOT_IN_CROSSWALK",
                        "KEY_TWICE",
                        "FIELD_COUNT",
                        "zip-format");
        assertThat(scene.value(
                        "select count(*) from canonical.client_record where sender = ? and key = ''",
                        sender("validation_files")))
                .isEqualTo("0");
    }

    @Test
    void letsTheSendersOwnDateDecideWhichClientIsNewer() {
        for (String folder : List.of("date_updated_initial", "export_date_fixtures/date_updated_initial")) {
            assertThat(receipts(folder).stream().map(receipt -> counts(receipt, "Client.csv")))
                    .containsExactly(
                            new Counts(1, 0, 0, 0, 0),
                            new Counts(0, 1, 0, 0, 0),
                            new Counts(1, 0, 0, 0, 0),
                            new Counts(1, 0, 0, 0, 0));
            assertThat(problems(receipt(folder, 1), "OLDER_THAN_KNOWN")).hasSize(1);
            assertThat(scene.rows(
                            "select last_name from canonical.client_record where sender = ? order by client_record_id",
                            sender(folder)))
                    .containsExactly(List.of("One"), List.of("Same"), List.of("Newer"));
        }
    }

    @Test
    void endsOnlyTheEnrollmentThatTheSmallerExportLeavesOut() {
        List<Receipt> receipts = receipts("enrollment_test_files", "enrollment_test_files_subset");

        assertThat(receipts.get(1).closed()).isEqualTo(1);
        assertThat(scene.rows(
                        "select distinct key from canonical.enrollment where sender = ? and recorded_to is not null",
                        sender(List.of("enrollment_test_files", "enrollment_test_files_subset"))))
                .containsExactly(List.of("559123"));
        assertThat(counts(receipts.get(2), "Enrollment.csv")).isEqualTo(new Counts(1, 3, 0, 0, 0));
    }

    @Test
    void endsAndRestoresByDateDeleted() {
        List<String> deletes = List.of("enrollment_test_files", "enrollment_with_deletes_test_files");
        assertThat(scene.rows(
                        "select key from canonical.enrollment where sender = ? and recorded_to is null order by 1",
                        sender(deletes)))
                .containsExactly(List.of("559123"), List.of("622377"));
        Beliefs restored = beliefs("enrollment_test_with_restores_initial_files");
        assertThat(restored.current("enrollment")).isEqualTo(2);
        assertThat(restored.current("client_record")).isEqualTo(2);
    }

    @Test
    void endsDeletedEnrollmentsWithTheSameResultWhateverWasKnownBefore() {
        String folder = "enrollment_with_deletes_test_files";
        Beliefs fresh = Beliefs.ofNewSender(scene, "fresh", "hud-hmis-2026");
        Path files = EdgeStory.files(exports, folder);
        scene.run(fresh.feed(), scene.zip(files, "fresh.zip", 1));
        Beliefs after = Beliefs.of(scene, sender(List.of("enrollment_test_files", folder)));
        Map<String, List<String>> once = after.current();
        scene.run(after.feed(), scene.zip(files, "again.zip", 9));

        assertThat(once).isEqualTo(fresh.current());
        assertThat(after.current()).isEqualTo(once);
    }

    @Test
    void endsNoProjectForBeingLeftOut() {
        Beliefs beliefs = beliefs("mutable_test/baseline");

        assertThat(beliefs.current("organization")).isEqualTo(3);
        assertThat(beliefs.current("program")).isEqualTo(3);
        assertThat(beliefs.value("program", "752", "name")).isEqualTo("Furious Whistle Hill 2 - edited");
    }

    @Test
    void fillsNothingIn() {
        assertThat(beliefs("household_coc_propagation").value("enrollment", "enroll-hoh", "coc_code"))
                .isEqualTo("XX-500");
        assertThat(beliefs("household_coc_propagation").value("enrollment", "enroll-spouse", "coc_code"))
                .isNull();
        assertThat(beliefs("missing_total_income").value("income", "IB-1", "total_monthly"))
                .isNull();
        assertThat(beliefs("missing_total_income").value("income", "IB-2", "total_monthly"))
                .isEqualTo("100.00");
        assertThat(beliefs("cleanup_move_ins").value("enrollment", "E-3", "move_in_date"))
                .isEqualTo("2019-12-31");
        assertThat(beliefs("import_overrides_test_files").value("client_record", "C-1", "birth_date"))
                .isNull();
    }

    @Test
    void leavesNothingOut() {
        assertThat(beliefs("combine_enrollments").current("enrollment")).isEqualTo(14);
        assertThat(beliefs("delete_empty_enrollments").current("enrollment")).isEqualTo(8);
        assertThat(beliefs("allowed_projects").current("client_record")).isEqualTo(3);
        assertThat(beliefs("allowed_projects").current("enrollment")).isEqualTo(15);
    }

    @Test
    void saysSoOnItsPage() throws IOException {
        String page = page();
        if (Boolean.getBoolean("throughline.regenerate")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() throws IOException {
        StringBuilder text = new StringBuilder();
        try (InputStream intro = HmisEdgeCasesIT.class.getResourceAsStream("/acceptance/hmis-edge-cases-intro.md")) {
            text.append(new String(intro.readAllBytes(), StandardCharsets.UTF_8));
        }
        text.append("\n## Exports that the standard has an opinion about\n\n");
        TOLD.forEach((story, receipts) -> text.append(story.policy() ? "" : story.section(receipts)));
        text.append("## Exports made for a policy of that importer\n\n");
        TOLD.forEach((story, receipts) -> text.append(story.policy() ? story.section(receipts) : ""));
        return text.toString().stripTrailing() + "\n";
    }

    private static Object client(String folder, String key, String field) {
        return beliefs(folder).value("client_record", key, field);
    }

    private static Stream<ProblemReport> problems(Receipt receipt, String code) {
        return receipt.problems().stream().filter(problem -> problem.code().equals(code));
    }

    private static Counts counts(Receipt receipt, String member) {
        return IntakeScene.member(receipt, member).counts();
    }

    private static Beliefs beliefs(String folder) {
        return Beliefs.of(scene, sender(folder));
    }

    private static Receipt receipt(String folder, int step) {
        return receipts(folder).get(step);
    }

    /** The receipts of the story that begins with these exports. */
    private static List<Receipt> receipts(String... folders) {
        return TOLD.get(story(List.of(folders)));
    }

    private static String sender(String folder) {
        return sender(List.of(folder));
    }

    private static String sender(List<String> folders) {
        return sender(new ArrayList<>(TOLD.keySet()).indexOf(story(folders)));
    }

    private static EdgeStory story(List<String> folders) {
        return TOLD.keySet().stream()
                .filter(story -> story.folders()
                        .subList(0, Math.min(folders.size(), story.folders().size()))
                        .equals(folders))
                .findFirst()
                .orElseThrow();
    }

    private static String sender(int story) {
        return "story-" + story;
    }
}
