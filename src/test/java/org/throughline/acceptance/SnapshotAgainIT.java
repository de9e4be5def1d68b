package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Delivery;
import org.throughline.intake.Feed;
import org.throughline.intake.FeedId;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Progress;
import org.throughline.intake.Receipt;
import org.throughline.intake.ReplayPlan;
import org.throughline.intake.ReplayReport;
import org.throughline.intake.Submission;
import org.throughline.intake.SubmissionStatus;
import org.throughline.problem.RefusedException;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** A sender who goes back to an earlier snapshot, byte for byte: the last word counts, and an old night's file does not. */
final class SnapshotAgainIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path ROSTER =
            Path.of("src", "test", "resources", "acceptance", "mappings", "probe", "roster.yaml");
    private static final String HEADER = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static final String ASTER = "P-1,Hazel,Aster,1980-02-29,,F,\n";
    private static final String BASALT = "P-1,Hazel,Basalt,1980-02-29,,F,\n";
    private static final String GNEISS = "P-2,Sage,Gneiss,1990-03-03,,M,\n";
    private static final String ONE = HEADER + ASTER + GNEISS;
    private static final String OTHER = HEADER + BASALT;
    private static final List<String> ONE_HOLDS = List.of("P-1 Aster", "P-2 Gneiss");
    private static final List<String> OTHER_HOLDS = List.of("P-1 Basalt");

    @TempDir
    static Path home;

    private static IntakeScene scene;
    private static int senders;

    private String sender;

    @BeforeAll
    static void writeMappings() throws IOException {
        String register = Files.readString(ROSTER).replace("    key: number\n", "    key: number\n    absent: close\n");
        Path folder = Files.createDirectories(home.resolve("mappings").resolve("probe"));
        Files.writeString(folder.resolve("register.yaml"), register.replace("probe/roster", "probe/register"));
        Files.writeString(
                folder.resolve("changes.yaml"),
                register.replace("probe/roster", "probe/changes").replace("content: snapshot", "content: changes"));
        Files.writeString(
                folder.resolve("parts.yaml"),
                register.replace("probe/roster", "probe/parts")
                        .replace("content: snapshot", "content: snapshot\n  snapshot_if: \"file.name == 'all.csv'\""));
        Files.writeString(
                folder.resolve("nights.yaml"),
                register.replace("probe/roster", "probe/nights")
                        .replace(
                                "'(?s).*'",
                                "'(?<day>\\d{4}-\\d{2}-\\d{2})[a-z]?\\.csv'\n  period: {to: day, covers: P1D}"));
        scene = new IntakeScene(POSTGRES, home, home.resolve("mappings"));
    }

    @BeforeEach
    void enterSender() {
        sender = "again-" + ++senders;
        scene.rows(
                "insert into intake.sender (sender, title, kind) values (?, 'Synthetic', 'trial') returning 1", sender);
        for (String feed : List.of("register", "changes", "parts", "nights")) {
            scene.rows(
                    "insert into intake.feed (sender, name, mapping) values (?, ?, ?) returning 1",
                    sender,
                    feed,
                    "probe/" + feed);
        }
    }

    @Test
    void letsTheLastWordCountWhereAnEarlierSnapshotComesAgain() {
        Receipt first = send("register", ONE);
        send("register", OTHER);
        assertHolds(OTHER_HOLDS);

        Receipt again = send("register", ONE);

        assertThat(again.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(again.problems())
                .extracting(ProblemReport::code, ProblemReport::level, ProblemReport::message)
                .containsExactly(tuple(
                        "EARLIER_SNAPSHOT",
                        "warn",
                        "The same bytes came as submission " + first.submission()
                                + ", and a later file took their place; from now on they count again."));
        assertHolds(ONE_HOLDS);
        assertThat(scene.value("select count(*) from canonical.client_record where sender = ?", sender))
                .isEqualTo("5");
    }

    @Test
    void noticesWrongView() {
        send("register", ONE);
        send("register", OTHER);
        send("register", ONE);
        scene.rows("""
            update canonical.client_record set last_name = 'Basalt' where sender = ? and key = 'P-1' and recorded_to is null
            returning 1\
            """, sender);

        assertThatThrownBy(() -> assertHolds(ONE_HOLDS)).isInstanceOf(AssertionError.class);
    }

    @Test
    void takesWhatCameAgainOnce() {
        send("register", ONE);
        send("register", OTHER);
        Receipt again = send("register", ONE);

        Receipt repeated = send("register", ONE);

        assertThat(repeated.status()).isEqualTo(SubmissionStatus.DUPLICATE);
        assertThat(repeated.duplicateOf()).hasValue(again.submission());
        assertThat(send("register", OTHER).status()).isEqualTo(SubmissionStatus.LOADED);
        assertHolds(OTHER_HOLDS);
    }

    @Test
    void takesTheSameBytesOnceWhereTheFileBetweenChangedNothing() {
        send("register", ONE);
        Receipt same = send("register", ONE + "\n");

        assertThat(same.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(send("register", ONE).status()).isEqualTo(SubmissionStatus.DUPLICATE);
    }

    @Test
    void takesWhatComesAgainTwiceAtOnceOnce() throws Exception {
        send("register", ONE);
        send("register", OTHER);
        Path file = write("both.csv", ONE);

        var one = CompletableFuture.supplyAsync(() -> submit("register", file));
        var two = CompletableFuture.supplyAsync(() -> submit("register", file));

        assertThat(List.of(
                        one.get(60, TimeUnit.SECONDS).status(),
                        two.get(60, TimeUnit.SECONDS).status()))
                .containsExactlyInAnyOrder(SubmissionStatus.LOADED, SubmissionStatus.DUPLICATE);
        assertHolds(ONE_HOLDS);
    }

    @Test
    void leavesTheNewerFileInForceWhereFilesTellChanges() {
        send("changes", ONE);
        send("changes", OTHER);

        assertThat(send("changes", ONE).status()).isEqualTo(SubmissionStatus.DUPLICATE);
        assertHolds(List.of("P-1 Basalt", "P-2 Gneiss"));
    }

    @Test
    void leavesTheNewerFileInForceWhereTheEarlierOneWasNoSnapshot() {
        send("parts", ONE);
        send("parts", OTHER);

        assertThat(send("parts", ONE).status()).isEqualTo(SubmissionStatus.DUPLICATE);
        assertHolds(List.of("P-1 Basalt", "P-2 Gneiss"));
    }

    @Test
    void letsNoOldNightUndoNewerOne() {
        send("nights", "2026-10-01.csv", ONE);
        send("nights", "2026-10-02.csv", OTHER);

        assertThat(send("nights", "2026-10-01.csv", ONE).status()).isEqualTo(SubmissionStatus.DUPLICATE);
        assertHolds(OTHER_HOLDS);
    }

    @Test
    void letsTheLastWordAboutNightCount() {
        send("nights", "2026-10-01.csv", ONE);
        send("nights", "2026-10-01.csv", OTHER);

        assertThat(send("nights", "2026-10-01.csv", ONE).status()).isEqualTo(SubmissionStatus.LOADED);
        assertHolds(ONE_HOLDS);
    }

    @Test
    void releasesNoHeldSnapshotAfterTheEarlierOneWasSaidAgain() {
        String held = ONE + ASTER.replace("P-1", "P-3") + ASTER.replace("P-1", "P-4");
        send("register", ONE);
        Receipt waiting = send("register", held);
        Receipt repeated = send("register", ONE);

        assertThat(repeated.status()).isEqualTo(SubmissionStatus.DUPLICATE);
        assertThatThrownBy(() -> scene.desk().release(waiting.submission(), "late"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("submission " + repeated.submission());

        Receipt anew = send("register", held);

        assertThat(anew.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(scene.desk().release(anew.submission(), "counted").status()).isEqualTo(SubmissionStatus.LOADED);
        assertHolds(List.of("P-1 Aster", "P-2 Gneiss", "P-3 Aster", "P-4 Aster"));
    }

    @Test
    void holdsSnapshotThatIsDecidedAfterLaterOne() {
        send("register", HEADER + GNEISS);
        Submission cutOff = receiveOnly(ONE);
        Receipt later = send("register", OTHER);

        List<Receipt> finished = scene.intake().resume(Progress.SILENT);

        assertThat(finished).extracting(Receipt::submission).containsExactly(cutOff.number());
        assertThat(finished.get(0).status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(finished.get(0).problems())
                .extracting(ProblemReport::code, ProblemReport::message)
                .contains(tuple(
                        "SNAPSHOT_OVERTAKEN",
                        "Submission " + later.submission()
                                + " of the same feed came later, is loaded and says what holds in its period."));
        assertHolds(OTHER_HOLDS);
        assertThatThrownBy(() -> scene.desk().release(cutOff.number(), "late")).isInstanceOf(RefusedException.class);
    }

    @Test
    void holdsSnapshotThatIsDecidedAfterTheEarlierOneWasSaidAgain() {
        send("register", ONE);
        Submission cutOff = receiveOnly(OTHER);

        assertThat(send("register", ONE).status()).isEqualTo(SubmissionStatus.DUPLICATE);
        assertThat(scene.intake().resume(Progress.SILENT))
                .extracting(Receipt::submission, Receipt::status)
                .containsExactly(tuple(cutOff.number(), SubmissionStatus.HELD));
        assertHolds(ONE_HOLDS);
    }

    /** As a crash leaves it: kept and entered, but not decided. */
    private Submission receiveOnly(String text) {
        Delivery delivery =
                new Delivery(new FeedId(sender, "register"), write("cut.csv", text), "cut.csv", Optional.empty());
        Feed feed = scene.ports().ledger().feed(delivery.feed()).orElseThrow();
        return scene.ports()
                .ledger()
                .receive(
                        feed,
                        delivery,
                        scene.ports().originals().keep(delivery.file()),
                        scene.ports().clock().instant());
    }

    @Test
    void replaysToTheSameState() {
        send("register", ONE);
        send("register", OTHER);
        send("register", ONE);
        send("register", ONE);

        ReplayReport report = scene.replaying((done, total) -> {})
                .dryRun(new ReplayPlan(
                        new FeedId(sender, "register"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(report.changes()).isZero();
        assertThat(report.lines())
                .extracting(ReplayReport.Line::statusBefore)
                .containsExactly("loaded", "loaded", "loaded", "duplicate");
        assertThat(report.lines())
                .allSatisfy(line -> assertThat(line.statusAfter()).isEqualTo(line.statusBefore()));
    }

    private void assertHolds(List<String> records) {
        assertThat(scene.rows(
                        "select key || ' ' || last_name from canonical.client_record where sender = ? and recorded_to"
                                + " is null order by 1",
                        sender))
                .containsExactlyElementsOf(records.stream().map(List::of).toList());
    }

    private Receipt send(String feed, String text) {
        return send(feed, "some.csv", text);
    }

    private Receipt send(String feed, String name, String text) {
        return submit(feed, write(name, text));
    }

    private static Path write(String name, String text) {
        try {
            return Files.writeString(home.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Receipt submit(String feed, Path file) {
        return scene.intake()
                .submit(
                        new Delivery(
                                new FeedId(sender, feed),
                                file,
                                file.getFileName().toString(),
                                Optional.empty()),
                        Progress.SILENT);
    }
}
