package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Counts;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.Intake;
import org.throughline.intake.OriginalFolder;
import org.throughline.intake.Progress;
import org.throughline.intake.Receipt;
import org.throughline.intake.RecordId;
import org.throughline.intake.SubmissionStatus;
import org.throughline.problem.RefusedException;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** What becomes of a file that comes again, is held for long, or was cut off: nothing is lost, doubled or brought back. */
final class LifeCycleIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String PEOPLE = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static final String ASTER = "P-1,Hazel,Aster,1980-02-29,,F,\n";
    private static final String GNEISS = "P-2,Sage,Gneiss,1990-03-03,,M,\n";

    private static int senders;

    @TempDir
    Path home;

    private IntakeScene scene;
    private String sender;

    @BeforeEach
    void open() {
        scene = new IntakeScene(POSTGRES, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
        sender = "cycle-" + ++senders;
        scene.rows(
                "insert into intake.sender (sender, title, kind) values (?, 'Synthetic', 'trial') returning 1", sender);
        for (String feed : List.of("people", "stays", "roster", "gone")) {
            scene.rows(
                    "insert into intake.feed (sender, name, mapping) values (?, ?, ?) returning 1",
                    sender,
                    feed,
                    "probe/" + feed);
        }
    }

    @Test
    void takesTheSameBytesOnceUnderOneName() {
        people("a.csv", ASTER, Optional.empty());

        assertThat(people("a.csv", ASTER, Optional.empty()).status()).isEqualTo(SubmissionStatus.DUPLICATE);
    }

    @Test
    void takesTheSameBytesWithCorrectedDoneFile() {
        Receipt held = people("a.csv", ASTER, Optional.of("rows=2"));

        Receipt corrected = people("a.csv", ASTER, Optional.of("rows=1"));

        assertThat(held.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(corrected.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(corrected.records()).isEqualTo(new Counts(1, 0, 0, 0, 0));
    }

    @Test
    void takesTheSameBytesOnceUnderANameThatSaysTheSame() {
        people("a.csv", ASTER, Optional.empty());

        assertThat(people("b.csv", ASTER, Optional.empty()).status()).isEqualTo(SubmissionStatus.DUPLICATE);
    }

    @Test
    void leavesTheNewerFileInForceWhenOldBytesComeBack() {
        people("a.csv", ASTER, Optional.empty());
        people("a.csv", ASTER.replace("Aster", "Basalt"), Optional.empty());

        assertThat(people("a.csv", ASTER, Optional.empty()).status()).isEqualTo(SubmissionStatus.DUPLICATE);
        assertThat(Beliefs.of(scene, sender).value("client_record", "P-1", "last_name"))
                .isEqualTo("Basalt");
    }

    @Test
    void takesAFileThatIsFetchedAgainForTheSameArrivalUntilItIsArchived() throws IOException {
        Path file = Files.writeString(home.resolve("fetched.csv"), PEOPLE + ASTER);
        FeedId feed = FeedId.parse(sender + "/people");
        Delivery fetched = new Delivery(feed, file, "a.csv", Optional.empty()).on(Delivery.Way.FOLDER);

        Receipt first = scene.intake().submit(fetched, Progress.SILENT);
        Receipt again = scene.intake().submit(fetched, Progress.SILENT);

        assertThat(again).isEqualTo(first);
        assertThat(scene.value("select count(*) from intake.submission where sender = ?", sender))
                .isEqualTo("1");

        scene.intake().archived(sender, OptionalLong.empty());
        assertThat(scene.intake().submit(fetched, Progress.SILENT).status()).isEqualTo(SubmissionStatus.DUPLICATE);
    }

    @Test
    void tellsTheSenderWhatWasDecidedBeforeTheProcessWasKilled() {
        Receipt receipt = people("a.csv", ASTER, Optional.empty());
        scene.rows("delete from intake.receipt where submission_id = ? returning 1", receipt.submission());

        scene.intake().resume(Progress.SILENT);

        List<String> names = new ArrayList<>();
        scene.outbox().send((to, name, file) -> to.equals(sender) && names.add(name));
        assertThat(names).hasSize(2);
        assertThat(scene.outbox().send((to, name, file) -> to.equals(sender))).isZero();
    }

    @Test
    void takesUpWhatWasLeftWaitingByKilledProcess() {
        Receipt stays = run("stays", "s.csv", "Stay,Number,Entered,Left\nS-1,P-1,2026-01-01,\n", Optional.empty());
        Receipt people = people("a.csv", ASTER, Optional.empty());
        waitAgain(stays.submission());

        scene.intake().resume(Progress.SILENT);

        assertThat(scene.value(
                        "select accepted_count + unchanged_count from intake.submission where submission_id = ?",
                        stays.submission()))
                .hasToString("1");
        assertThat(scene.value(
                        "select document -> 'records' ->> 'waiting' from intake.receipt where submission_id = ?",
                        stays.submission()))
                .isEqualTo("0");
        assertThat(people.records()).isEqualTo(new Counts(1, 0, 0, 0, 0));
    }

    @Test
    void decidesSubmissionOnceWhereTwoAreAtIt() throws Exception {
        Receipt receipt = people("a.csv", ASTER, Optional.empty());
        long cutOff = cutOff(receipt.submission());

        try (Connection other = POSTGRES.hub().getConnection()) {
            execute(other, "select pg_advisory_lock(7305, hashtext('" + sender + "'))");
            Intake process = new Intake(scene.ports());
            var first = CompletableFuture.runAsync(() -> scene.intake().resume(Progress.SILENT));
            var second = CompletableFuture.runAsync(() -> process.resume(Progress.SILENT));
            while (!"2"
                    .equals(scene.value("select count(*) from pg_locks where locktype = 'advisory' and not granted"))) {
                Thread.onSpinWait();
            }
            execute(other, "select pg_advisory_unlock_all()");
            CompletableFuture.allOf(first, second).get(60, TimeUnit.SECONDS);
        }

        assertThat(scene.rows(
                        "select status, accepted_count, unchanged_count from intake.submission where submission_id = ?",
                        cutOff))
                .containsExactly(List.of("loaded", "1", "0"));
    }

    /** The same feed's next file, kept and entered, but not decided. */
    private long cutOff(long submission) throws IOException {
        Path file = Files.writeString(home.resolve("cut.csv"), PEOPLE + GNEISS);
        String sha256 = new OriginalFolder(home.resolve("originals")).keep(file).sha256();
        scene.rows(
                "insert into intake.original (sha256, size_bytes, kept_at) values (?, 1, now()) on conflict do nothing"
                        + " returning 1",
                sha256);
        return Long.parseLong(String.valueOf(scene.value(
                "insert into intake.submission (feed_id, sender, file_name, sha256, received_at, status) select"
                        + " feed_id, sender, 'cut.csv', ?, received_at, 'received' from intake.submission where"
                        + " submission_id = ? returning submission_id",
                sha256,
                submission)));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void finishesTheOthersWhereOneCannotBeDecided() throws IOException {
        Receipt receipt = people("a.csv", ASTER, Optional.empty());
        long stuck = cutOff(receipt.submission());
        long sound = cutOff(receipt.submission());
        scene.rows(
                "update intake.submission set feed_id = (select feed_id from intake.feed where sender = ? and name ="
                        + " 'gone') where submission_id = ? returning 1",
                sender,
                stuck);

        List<Receipt> finished = scene.intake().resume(Progress.SILENT);

        assertThat(finished).extracting(Receipt::submission).containsExactly(sound);
        scene.rows("update intake.submission set status = 'rejected' where submission_id = ? returning 1", stuck);
    }

    @Test
    void refusesHeldSnapshotAfterLaterOneIsLoaded() {
        Receipt held = run("roster", "r.csv", PEOPLE + four(), Optional.empty());
        Receipt later = run("roster", "r.csv", PEOPLE + ASTER, Optional.empty());

        assertThat(held.status()).isEqualTo(SubmissionStatus.HELD);
        assertThatThrownBy(() -> scene.desk().release(held.submission(), "late"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("submission " + later.submission());
        assertThat(Beliefs.of(scene, sender).current("client_record")).isEqualTo(1);
    }

    @Test
    void loadsHeldSnapshotWhileNothingFollowed() {
        Receipt held = run("roster", "r.csv", PEOPLE + four(), Optional.empty());

        assertThat(scene.desk().release(held.submission(), "counted").status()).isEqualTo(SubmissionStatus.LOADED);
    }

    @Test
    void rulesOnNoSingleRecordOfSubmissionThatIsHeldAsWhole() {
        Receipt held = run("roster", "r.csv", PEOPLE + four(), Optional.empty());
        RecordId record = new RecordId(held.submission(), held.members().get(0).file(), 1);

        assertThatThrownBy(() -> scene.desk().release(record, "one of them"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("as a whole");
        assertThatThrownBy(() -> scene.desk().reject(record, "one of them"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("as a whole");
    }

    @Test
    void deliversOtherReceiptsWhereOneCannotBeWritten() throws IOException {
        Receipt lost = people("a.csv", ASTER, Optional.empty());
        Receipt sound = people("b.csv", GNEISS, Optional.empty());
        Files.delete(
                home.resolve("originals").resolve(lost.sha256().substring(0, 2)).resolve(lost.sha256()));

        List<String> names = new ArrayList<>();
        scene.outbox().send((to, name, file) -> to.equals(sender) && names.add(name));

        assertThat(names)
                .allMatch(name -> name.startsWith(sound.submission() + "-"))
                .hasSize(2);
    }

    @Test
    void tellsTheSenderOfDamagedArchiveWithoutAnnotatedCopy() throws IOException {
        byte[] member = "ExportID,SourceType\n1,1\n".getBytes(StandardCharsets.UTF_8);
        Path zip = home.resolve("damaged.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            ZipEntry entry = new ZipEntry("Export.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(member.length);
            CRC32 sum = new CRC32();
            sum.update(member);
            entry.setCrc(sum.getValue());
            out.putNextEntry(entry);
            out.write(member);
        }
        byte[] bytes = Files.readAllBytes(zip);
        bytes[30 + "Export.csv".length() + 3] ^= 1;
        Files.write(zip, bytes);

        Receipt receipt = scene.run("hud-hmis-2026", zip);
        List<Path> files = scene.outbox().write(receipt);

        assertThat(receipt.status()).isNotEqualTo(SubmissionStatus.LOADED);
        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file.toString()).endsWith(".receipt.json"));
        assertThat(files.get(0).getParent()).isDirectoryNotContaining("glob:**.part");
    }

    /** As it stands after a kill between a load and the look at what waited for it. */
    private void waitAgain(long submission) {
        scene.rows("""
            with one as (update intake.source_record_state s set state = 'waiting', cells = '{S-1,P-1,2026-01-01,""}'
                          where submission_id = ? returning *),
                 two as (update intake.submission_member m set accepted_count = 0, waiting_count = 1 from one
                          where m.submission_id = one.submission_id returning 1),
                 three as (update intake.submission m set accepted_count = 0, waiting_count = 1 from one
                            where m.submission_id = one.submission_id returning 1),
                 four as (update intake.receipt r set document = jsonb_set(document, '{records,waiting}', '1') from one
                           where r.submission_id = one.submission_id returning 1)
            insert into intake.waiting_for (submission_id, member, record_number, sender, entity, key)
            select submission_id, member, record_number, ?, 'client_record', 'P-1' from one returning 1
            """, submission, sender);
    }

    private static String four() {
        return ASTER + GNEISS + GNEISS.replace("P-2", "P-3") + GNEISS.replace("P-2", "P-4");
    }

    private Receipt people(String name, String rows, Optional<String> doneFile) {
        return run("people", name, PEOPLE + rows, doneFile);
    }

    private Receipt run(String feed, String name, String text, Optional<String> doneFile) {
        try {
            Path file = Files.writeString(home.resolve(name), text);
            return scene.intake().submit(new Delivery(new FeedId(sender, feed), file, name, doneFile), Progress.SILENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
