package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.FeedId;
import org.throughline.intake.HeldRecord;
import org.throughline.intake.Receipt;
import org.throughline.intake.RecordId;
import org.throughline.intake.RecordState;
import org.throughline.intake.ReplayPlan;
import org.throughline.intake.ReplayReport;
import org.throughline.intake.Replaying;
import org.throughline.intake.Replaying.Outcome;
import org.throughline.problem.RefusedException;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** Kept originals are read again: exactly what would have come out, once, or nothing at all. */
final class ReplayIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path PROBE = Path.of("src", "test", "resources", "acceptance", "mappings", "probe");
    private static final String PEOPLE = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static final String NOTED = "middle_name: note";
    private static final String UNNOTED = "middle_name: {from: note, when: 'note == null'}";

    private static int senders;

    @TempDir
    Path home;

    private IntakeScene scene;
    private String sender;

    @BeforeEach
    void open() throws IOException {
        mapping("people", "", "");
        mapping("stays", "", "");
        mapping("roster", "", "");
        scene = new IntakeScene(POSTGRES, home, home.resolve("mappings"));
        sender = "again-" + ++senders;
        scene.rows(
                "insert into intake.sender (sender, title, kind) values (?, 'Synthetic', 'trial') returning 1", sender);
        for (String feed : List.of("people", "stays", "roster")) {
            scene.rows(
                    "insert into intake.feed (sender, name, mapping) values (?, ?, ?) returning 1",
                    sender,
                    feed,
                    "probe/" + feed);
        }
    }

    @Test
    void changesNothingWhereNothingChanged() throws IOException {
        everything();
        List<List<String>> beliefs = beliefs();
        List<List<String>> receipts = receipts();
        List<List<String>> submissions = submissions();

        Outcome outcome = replay().run(all("people"), Optional.empty());

        assertThat(((Outcome.Done) outcome).report().changes()).isZero();
        assertThat(beliefs()).isEqualTo(beliefs);
        assertThat(receipts()).isEqualTo(receipts);
        assertThat(submissions()).isEqualTo(submissions);
    }

    @Test
    void goesThereAndBack() throws IOException {
        everything();
        List<List<String>> view = view();
        List<List<String>> documents = documents();

        mapping("people", NOTED, UNNOTED);
        Outcome there = replay().run(all("people"), Optional.empty());
        assertThat(((Outcome.Done) there).report().changes()).isPositive();
        assertThat(view()).isNotEqualTo(view);

        mapping("people", "", "");
        replay().run(all("people"), Optional.empty());

        assertThat(view()).isEqualTo(view);
        assertThat(documents()).isEqualTo(documents);
        assertThat(scene.value(
                        "select count(*) from canonical.client_record where sender = ? and key = 'P-1' and recorded_to"
                                + " is not null",
                        sender))
                .as("history keeps both beliefs")
                .isEqualTo("3");
    }

    @Test
    void countsBeforeItChangesAnything() throws IOException {
        everything();
        List<List<String>> beliefs = beliefs();
        mapping(
                "people",
                "must: 'born == null",
                "must: 'note == null && (born == null",
                "<= received.on'",
                "<= received.on)'");

        ReplayReport report = replay().dryRun(all("people"));

        ReplayReport.Line first = report.lines().get(0);
        assertThat(List.of(first.newlyHeld(), first.lost(), first.changed(), first.begun()))
                .as("of two rows one is held and its record lost, and the other counts again since its correction"
                        + " is held")
                .containsExactly(1L, 1L, 1L, 0L);
        assertThat(beliefs()).isEqualTo(beliefs);
    }

    @Test
    void asksForAYesToManyChanges() throws IOException {
        everything();
        mapping("people", NOTED, UNNOTED);
        long changes = replay().dryRun(all("people")).changes();

        assertThat(replay().run(all("people"), Optional.of(changes + 1))).isInstanceOf(Outcome.Unconfirmed.class);
        assertThat(replay().run(all("people"), Optional.of(changes))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void stopsBetweenTwoFilesAndGoesOnOnce() throws IOException {
        everything();
        mapping("people", NOTED, UNNOTED);
        List<List<String>> beliefs = beliefs();

        Outcome.Stopped stopped = (Outcome.Stopped) scene.replaying((done, total) -> {
                    if (done == 2) {
                        scene.replaying(ReplayIT::silent).stop(running());
                    }
                })
                .run(all("people"), Optional.empty());
        assertThat(stopped.decided()).isEqualTo(2);
        assertThat(beliefs()).isEqualTo(beliefs);

        doneOnce(stopped.replay());
    }

    @Test
    void goesOnOnceAfterItWasKilled() throws IOException {
        everything();
        mapping("people", NOTED, UNNOTED);
        List<List<String>> beliefs = beliefs();

        assertThatThrownBy(() -> scene.replaying((done, total) -> {
                            if (done == 2) {
                                killReplay();
                            }
                        })
                        .run(all("people"), Optional.empty()))
                .isNotInstanceOf(RefusedException.class);
        assertThat(beliefs()).isEqualTo(beliefs);

        doneOnce(running());
    }

    @Test
    void goesOnOnceAfterItsProcessWasKilled() throws IOException, InterruptedException {
        everything();
        mapping("people", NOTED, UNNOTED);
        List<List<String>> beliefs = beliefs();
        Process process = ReplayProcess.start(POSTGRES, home, sender + "/people");
        assertThat(process.isAlive()).as("in the middle of its replay").isTrue();
        assertThat(scene.value("select decided from intake.replay where replay_id = ?", running()))
                .isEqualTo("2");

        process.destroyForcibly().waitFor();
        assertThat(beliefs()).isEqualTo(beliefs);

        doneOnce(running());
    }

    @Test
    void letsARejectionWaitForTheEnd() throws IOException {
        Receipt receipt = people("P-1,Hazel,Aster,2099-01-01,,F,\nP-2,Sage,Gneiss,2099-01-01,,M,\n");
        RecordId record = new RecordId(receipt.submission(), receipt.file(), 1);
        List<CompletableFuture<HeldRecord>> rejected = new ArrayList<>();

        scene.replaying((done, total) -> {
                    rejected.add(
                            CompletableFuture.supplyAsync(() -> scene.desk().reject(record, "by mistake")));
                    awaitWaitingRuling();
                })
                .run(all("people"), Optional.empty());

        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).join().state()).isEqualTo(RecordState.REJECTED);
        assertThat(scene.rows(
                        "select state, ruling_reason from intake.source_record_state where submission_id = ? order by"
                                + " record_number",
                        receipt.submission()))
                .containsExactly(List.of("rejected", "by mistake"), Arrays.asList("held", null));
    }

    @Test
    void refusesARejectionThatTheReplayHasOvertaken() throws IOException {
        Receipt receipt = people("P-1,Hazel,Aster,2099-01-01,,F,\n");
        RecordId record = new RecordId(receipt.submission(), receipt.file(), 1);
        mapping("people", "<= received.on'", "<= received.on || true'");
        List<CompletableFuture<HeldRecord>> rejected = new ArrayList<>();

        scene.replaying((done, total) -> {
                    rejected.add(
                            CompletableFuture.supplyAsync(() -> scene.desk().reject(record, "by mistake")));
                    awaitWaitingRuling();
                })
                .run(all("people"), Optional.empty());

        assertThatThrownBy(() -> rejected.get(0).join())
                .hasCauseInstanceOf(RefusedException.class)
                .hasMessageContaining("Record " + record + " is no longer held: files of its sender were loaded or"
                        + " replayed meanwhile. held show " + record + " tells how it stands.");
    }

    /** Comes back when some ruling waits for its sender. */
    private void awaitWaitingRuling() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (scene.value("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .equals("0")) {
            assertThat(System.nanoTime()).as("a ruling waits").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private void doneOnce(long replay) {
        Outcome.Done done = (Outcome.Done) replay().resume(replay, Optional.empty());
        assertThat(done.report().changes()).isPositive();
        assertThat(scene.rows(
                        "select submission_id from intake.replay_submission where replay_id = ? and asked order by 1",
                        replay))
                .isEqualTo(scene.rows(
                        "select submission_id from intake.submission join intake.feed f using (feed_id) where"
                                + " submission.sender = ? and f.name = 'people' order by 1",
                        sender));
        assertThat(scene.value("select count(*) from canonical.client_record where sender = ? and key = 'P-1'", sender))
                .as("one belief before and one after")
                .isEqualTo("3");
        assertThatThrownBy(() -> replay().resume(replay, Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Replay " + replay + " is done; each submission was replayed once.");
    }

    @Test
    void keepsWhatPeopleRuled() throws IOException {
        Receipt receipt = people("P-1,Hazel,Aster,2099-01-01,,F,\nP-2,Sage,Gneiss,2099-01-01,,M,\n");
        scene.desk().release(new RecordId(receipt.submission(), receipt.file(), 1), "confirmed");
        scene.desk().reject(new RecordId(receipt.submission(), receipt.file(), 2), "sent by mistake");
        List<List<String>> submissions = submissions();

        replay().run(all("people"), Optional.empty());

        assertThat(submissions()).isEqualTo(submissions);
        assertThat(scene.rows(
                        "select state, ruling_reason from intake.source_record_state where submission_id = ? order by"
                                + " record_number",
                        receipt.submission()))
                .containsExactly(List.of("accepted", "confirmed"), List.of("rejected", "sent by mistake"));
    }

    @Test
    void leavesARevokedConsentRevoked() throws IOException {
        everything();
        scene.rows(
                "insert into release.consent (sender, key, client_key, recipient, data_classes, purpose, signed_on,"
                        + " effective_from, revoked_at, submission_id, feed_id, content_hash, recorded_from)"
                        + " select sender, 'C-1', 'P-1', 'x', 'hmis', 'p', '2026-01-01', '2026-01-01', now(),"
                        + " submission_id, feed_id, 'h', now() from intake.submission where sender = ? limit 1"
                        + " returning 1",
                sender);

        replay().run(all("people"), Optional.empty());

        assertThat(scene.value(
                        "select count(*) from release.consent where sender = ? and recorded_to is null and revoked_at"
                                + " is not null",
                        sender))
                .isEqualTo("1");
    }

    /** People, a correction, a file twice, stays that wait for a client, and a list that leaves somebody out. */
    private void everything() throws IOException {
        people("P-1,Hazel,Aster,1980-02-29,,F,\nP-2,Sage,Gneiss,1990-03-03,,M,left-handed\n");
        file("stays", "Stay,Number,Entered,Left\nS-1,P-1,2026-01-05,2026-02-05\nS-2,P-9,2026-01-05,\n");
        people("P-1,Hazel,Aster,1980-02-28,,F,moved\nP-3,Fern,Basalt,yesterday,,M,\n");
        people("P-1,Hazel,Aster,1980-02-28,,F,moved\nP-3,Fern,Basalt,yesterday,,M,\n");
        file("roster", PEOPLE + "R-1,Moss,Schist,1970-01-01,,F,\nR-2,Reed,Marl,1971-01-01,,M,\n");
        file("roster", PEOPLE + "R-1,Moss,Schist,1970-01-01,,F,\n");
        people("P-9,Ivy,Chert,1999-09-09,,F,came late\n");
    }

    private Receipt people(String rows) throws IOException {
        return file("people", PEOPLE + rows);
    }

    private int files;

    private Receipt file(String feed, String text) throws IOException {
        return scene.run(sender + "/" + feed, Files.writeString(home.resolve(feed + ++files + ".csv"), text));
    }

    /** The probe's mapping with some words in place of others. */
    private void mapping(String name, String... others) throws IOException {
        String text = Files.readString(PROBE.resolve(name + ".yaml"));
        for (int i = 0; i < others.length; i += 2) {
            text = text.replace(others[i].isEmpty() ? "\u0000" : others[i], others[i + 1]);
        }
        Path file = home.resolve("mappings/probe/" + name + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Replaying replay() {
        return scene.replaying(ReplayIT::silent);
    }

    private static void silent(int done, int total) {}

    private ReplayPlan all(String feed) {
        return new ReplayPlan(
                new FeedId(sender, feed), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private long running() {
        return Long.parseLong((String) scene.value(
                "select max(replay_id) from intake.replay where sender = ? and status = 'running'", sender));
    }

    /** Ends the session of the replay's transaction, as a crash would. */
    private void killReplay() {
        try (Connection connection = POSTGRES.owner().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                    + " and state = 'idle in transaction'");
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private List<List<String>> view() {
        return scene.rows("""
            select 'client', key, content_hash, submission_id::text, source_line::text from canonical.client_record where sender = ? and recorded_to is null
            union all select 'stay', key, content_hash, submission_id::text, source_line::text from canonical.enrollment where sender = ? and recorded_to is null
            union all select 'exit', key, content_hash, submission_id::text, source_line::text from canonical.enrollment_exit where sender = ? and recorded_to is null
            order by 1, 2
            """, sender, sender, sender);
    }

    private List<List<String>> beliefs() {
        return scene.rows("select * from canonical.client_record where sender = ? order by client_record_id", sender);
    }

    private List<List<String>> submissions() {
        return scene.rows("select * from intake.submission where sender = ? order by submission_id", sender);
    }

    private List<List<String>> receipts() {
        return scene.rows(
                "select r.* from intake.receipt r join intake.submission using (submission_id) where sender = ? order"
                        + " by submission_id",
                sender);
    }

    private List<List<String>> documents() {
        return scene.rows(
                "select r.document from intake.receipt r join intake.submission using (submission_id) where sender ="
                        + " ? order by submission_id",
                sender);
    }
}
