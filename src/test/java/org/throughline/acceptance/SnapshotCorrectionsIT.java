package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.PublicData;
import org.throughline.testing.SetClock;
import org.throughline.testing.TestDatabase;

/** Public fixtures of rows, a new file and the difference it makes, sent through feeds; and the page that tells of them. */
final class SnapshotCorrectionsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path PAGE = Path.of("docs", "snapshot-corrections.md");
    private static final List<CorrectionStory> STORIES = new ArrayList<>();

    @TempDir
    static Path home;

    private static Path fixtures;

    @BeforeAll
    static void tellAllStories() throws IOException {
        fixtures = PublicData.at("corrections/recidiviz_feed_diff");
        for (CorrectionFixture fixture : CorrectionFixture.all()) {
            CorrectionStory story = new CorrectionStory(fixture, fixtures, STORIES.size());
            story.writeMapping(home.resolve("mappings"));
            STORIES.add(story);
        }
        SetClock clock = new SetClock(Instant.EPOCH);
        IntakeScene scene = new IntakeScene(POSTGRES.hub(), home, home.resolve("mappings"), clock);
        STORIES.forEach(story -> story.tell(scene, clock, home));
    }

    @Test
    void tellsOfEveryFixture() throws IOException {
        assertThat(STORIES)
                .extracting(story -> story.fixture().folder())
                .containsExactlyInAnyOrderElementsOf(folders());
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> files = Files.walk(fixtures)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> fixtures.relativize(file.getParent()).toString())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void recordsTheExpectedDifference() {
        assertThat(reproduced()).hasSize(14).allSatisfy(story -> {
            assertThat(story.told())
                    .as(story.fixture().folder())
                    .containsExactlyInAnyOrderElementsOf(story.files().history());
            assertThat(story.receipts()).extracting(Receipt::status).containsOnly(SubmissionStatus.LOADED);
        });
    }

    @Test
    void namesFixturesWhoseRulesStandElsewhere() {
        assertThat(STORIES.stream().filter(story -> !story.fixture().reproduced()))
                .hasSize(4)
                .allSatisfy(story -> {
                    assertThat(story.fixture().remark()).isNotEmpty();
                    assertThat(difference(story, story.files().history()).none())
                            .as(story.fixture().folder() + " is reproduced and need not be named")
                            .isFalse();
                });
    }

    @Test
    void noticesWhatIsOtherwiseThanExpected() {
        for (CorrectionStory story : reproduced()) {
            List<FeedRow> history = story.files().history();
            for (int i = 0; i < history.size(); i++) {
                for (FeedRow altered : altered(history.get(i))) {
                    List<FeedRow> wrong = new ArrayList<>(history);
                    wrong.set(i, altered);
                    assertThat(difference(story, wrong))
                            .isEqualTo(new FeedRow.Difference(List.of(altered), List.of(history.get(i))));
                }
                List<FeedRow> shorter = new ArrayList<>(history);
                shorter.remove(i);
                assertThat(difference(story, shorter).unexpected()).containsExactly(history.get(i));
            }
        }
    }

    private static List<FeedRow> altered(FeedRow row) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(cells.size() - 1, "altered");
        return List.of(
                new FeedRow(row.at().plus(Duration.ofDays(9999)), row.gone(), row.cells()),
                new FeedRow(row.at(), !row.gone(), row.cells()),
                new FeedRow(row.at(), row.gone(), cells));
    }

    @Test
    void losesNoRow() {
        assertThat(STORIES).allSatisfy(story -> {
            Receipt receipt = story.receipt();
            assertThat(receipt.records().read()).as(story.fixture().folder()).isEqualTo(rows(story));
        });
    }

    private static long rows(CorrectionStory story) {
        Path sent = story.files().sent();
        return SentMembers.of(sent.getParent()).rows(sent.getFileName().toString());
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
        try (InputStream intro =
                SnapshotCorrectionsIT.class.getResourceAsStream("/acceptance/snapshot-corrections-intro.md")) {
            text.append(new String(intro.readAllBytes(), StandardCharsets.UTF_8));
        }
        text.append("\n## Reproduced\n\n");
        STORIES.forEach(story -> text.append(story.fixture().reproduced() ? story.section() : ""));
        text.append("## Expected by rules that do not stand in the files\n\n");
        STORIES.forEach(story -> text.append(story.fixture().reproduced() ? "" : story.section()));
        return text.toString().stripTrailing() + "\n";
    }

    private static FeedRow.Difference difference(CorrectionStory story, List<FeedRow> expected) {
        return FeedRow.Difference.between(expected, story.told());
    }

    private static List<CorrectionStory> reproduced() {
        return STORIES.stream().filter(story -> story.fixture().reproduced()).toList();
    }
}
