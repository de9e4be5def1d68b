package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;
import org.throughline.intake.ReceiptDocument;
import org.throughline.intake.RecordId;
import org.throughline.intake.RecordState;
import org.throughline.intake.ReplayPlan;
import org.throughline.intake.Replaying;
import org.throughline.linkage.DeterministicEngine;
import org.throughline.linkage.LinkageRun;
import org.throughline.retention.Hold;
import org.throughline.retention.Proof;
import org.throughline.retention.RetentionDesk;
import org.throughline.retention.RetentionDesk.Outcome;
import org.throughline.store.Database;
import org.throughline.store.JooqClientIndex;
import org.throughline.store.JooqHolds;
import org.throughline.store.JooqKeptOriginals;
import org.throughline.store.JooqRetention;
import org.throughline.testing.FolderCopy;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.SetClock;
import org.throughline.testing.TestDatabase;
import org.throughline.testing.TestQueries;

/** What is kept, held, purged and proved; what a purge removed is found nowhere. */
final class RetentionIT {
    private static final Instant LONG_AGO = Instant.parse("2017-03-01T08:00:00Z");
    private static final Instant LATELY = Instant.parse("2024-02-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2025-06-01T08:00:00Z");
    private static final String PEOPLE = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static final String STAYS = "Stay,Number,Entered,Left\n";
    private static final String CLIENT = "ZQ-77001";
    private static final String OLD_STAYS = STAYS + "S-1," + CLIENT + ",2017-01-05,2017-02-05\nS-9,P-5,2017-01-05,\n";
    private static final String NOTE = "quillwort-note";

    @TempDir
    static Path full;

    private static TestDatabase filled;
    private static long people;
    private static long stays;

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(LONG_AGO);
    private TestDatabase postgres;
    private Path home;
    private IntakeScene scene;
    private TestQueries owner;

    /** Two files of long ago, two of lately, and the same person at another sender of whom everything is kept. */
    @BeforeAll
    static void fill() throws IOException {
        filled = TestDatabase.migrated().open();
        RetentionIT first = new RetentionIT();
        first.open(filled, full, full.resolve("home"));
        first.senders();
        people = first.take(
                "seaside/people",
                PEOPLE + CLIENT + ",Opal,Thrift,1990-04-05,853-31-1111,F," + NOTE + "\n"
                        + "P-2,Basil,Sorrel,1981-01-02,,M,\nP-5,Clover,Yarrow,1975-09-09,,F,\n"
                        + "P-6,Sedge,Rush,2029-09-09,,F,held-" + NOTE + "\nP-7,Reed,,1975-09-09,,F,lost-" + NOTE
                        + "\n");
        stays = first.take("seaside/stays", OLD_STAYS);
        first.take("twin/people", PEOPLE + "T-1,Opal,Thrift,1990-04-05,853-31-1111,F,\n");
        new LinkageRun(new JooqClientIndex(new Database(filled.hub())), new DeterministicEngine()).run(first.clock);
        first.clock.set(LATELY);
        first.take("seaside/people", PEOPLE + "P-5,Clover,Yarrow,1975-09-09,,F,\nP-8,Fern,Bracken,1999-01-01,,F,\n");
        first.take("seaside/stays", STAYS + "S-2,P-2,2024-01-05,\n");
    }

    @AfterAll
    static void drop() {
        filled.close();
    }

    @BeforeEach
    void open() {
        FolderCopy.of(full.resolve("home"), folder.resolve("home"));
        open(filled.copy(), folder, folder.resolve("home"));
        clock.set(NOW);
    }

    private void open(TestDatabase database, Path files, Path hubHome) {
        postgres = database;
        folder = files;
        home = hubHome;
        owner = new TestQueries(database.owner());
        scene = new IntakeScene(
                database.hub(), home, Path.of("src", "test", "resources", "acceptance", "mappings"), clock);
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    private void senders() {
        for (String sender : List.of("seaside", "twin")) {
            owner.rows(
                    "insert into intake.sender (sender, title, kind) values (?, 'Synthetic', 'provider') returning 1",
                    sender);
            for (String feed : List.of("people", "stays")) {
                owner.rows(
                        "insert into intake.feed (sender, name, mapping) values (?, ?, ?) returning 1",
                        sender,
                        feed,
                        "probe/" + feed);
            }
        }
        owner.rows("insert into intake.retention (sender, originals, records, reason, setup_sha256, applied_at) values"
                + " ('seaside', '3 years', '5 years', 'Schedule 7 (synthetic)', 'none', now()) returning 1");
    }

    private long take(String feed, String text) throws IOException {
        Path file = Files.writeString(
                folder.resolve(feed.replace('/', '-') + clock.instant().getEpochSecond() + ".csv"), text);
        Receipt receipt = scene.run(feed, file);
        Files.delete(file);
        scene.outbox().write(receipt);
        return receipt.submission();
    }

    private RetentionDesk desk(TestDatabase database) {
        Database hub = new Database(database.hub());
        return new RetentionDesk(new JooqRetention(hub, clock), new JooqHolds(hub, clock), home, clock);
    }

    private RetentionDesk desk() {
        return desk(postgres);
    }

    @Test
    void removesEveryTraceAndProvesIt() throws IOException {
        PlantedValue search = new PlantedValue(postgres.owner(), home);
        assertThat(search.whereIs(NOTE))
                .contains("canonical.client_record", "intake.source_record_state")
                .anyMatch(place -> place.startsWith("originals/"))
                .anyMatch(place -> place.startsWith("receipts/"));
        assertThat(search.whereIs(CLIENT)).contains("linkage.client_link", "canonical.enrollment");
        List<String> joint = client("seaside", CLIENT);
        assertThat(client("twin", "T-1")).as("linked").isEqualTo(joint);
        List<String> alone = client("seaside", "P-6").isEmpty() ? List.of() : client("seaside", "P-6");
        assertThat(alone).as("held, so nobody").isEmpty();

        List<Proof> proofs = purged(desk().purge(Optional.empty()));

        assertThat(proofs)
                .extracting(Proof::name)
                .containsExactly(people + "/originals", people + "/records", stays + "/originals", stays + "/records");
        assertThat(search.whereIs(NOTE)).isEmpty();
        assertThat(search.whereIs(CLIENT)).isEmpty();
        assertThat(client("twin", "T-1")).isEqualTo(joint);
        assertThat(keys("client_record")).containsExactly("P-2", "P-5", "P-8");
        assertThat(keys("enrollment")).containsExactly("S-2");
        assertThat(desk().verify()).isEmpty();
        assertThat(owner.value("select count(*) from intake.submission where read_count <> accepted_count +"
                        + " unchanged_count + held_count + rejected_count + waiting_count or read_count = 0"))
                .isEqualTo("0");
        assertThat(purged(desk().purge(Optional.empty())))
                .as("nothing is left to purge")
                .isEmpty();
    }

    @Test
    void countsFirstAndSaysWhatStays() throws IOException {
        RetentionDesk.Forecast forecast = desk().forecast(LocalDate.parse("2025-06-01"));

        assertThat(forecast.goes())
                .extracting(Proof::name)
                .containsExactly(people + "/originals", people + "/records", stays + "/originals", stays + "/records");
        assertThat(forecast.goes().get(0).removed())
                .isEqualTo(Map.of("original", 1L, "cells of rejected rows", 0L, "told values", 2L));
        assertThat(new PlantedValue(postgres.owner(), home).whereIs(NOTE)).hasSizeGreaterThan(3);
        assertThat(owner.value("select count(*) from audit.deletion")).isEqualTo("0");
        assertThat(desk().forecast(LocalDate.parse("2019-01-01")).goes()).isEmpty();
    }

    @Test
    void keepsWhatIsHeld() {
        long client = desk().hold(scope(Optional.empty(), Optional.empty(), Optional.of(CLIENT)), "Case 12");
        assertThat(desk().forecast(desk().today()).goes()).isEmpty();
        assertThat(desk().forecast(desk().today()).stays())
                .hasSize(4)
                .allMatch(due -> due.stays().equals(Optional.of("legal hold " + client)));
        assertThatThrownBy(() -> door(people, "2025-06-01")).hasMessageContaining("stay: legal hold " + client);
        desk().lift(client, "Closed");

        long file = desk().hold(scope(Optional.empty(), Optional.of(people), Optional.empty()), "Case 13");
        assertThat(desk().forecast(desk().today()).goes())
                .extracting(Proof::submission)
                .containsOnly(stays);
        desk().lift(file, "Closed");
        long feed = desk().hold(scope(Optional.of("stays"), Optional.empty(), Optional.empty()), "Case 14");
        assertThat(desk().forecast(desk().today()).goes())
                .extracting(Proof::submission)
                .containsOnly(people);
        assertThatThrownBy(() -> desk().lift(client, "Again")).hasMessageContaining("no legal hold " + client);
        assertThat(desk().holds()).extracting(Hold::number).containsExactly(feed, client, file);
    }

    private static Hold.Scope scope(Optional<String> feed, Optional<Long> submission, Optional<String> client) {
        return new Hold.Scope("seaside", feed, submission, client);
    }

    @Test
    void hasOneDoorOnly() {
        assertThatThrownBy(() -> door(people, "2019-01-01")).hasMessageContaining("are not due");
        assertThatThrownBy(() -> door(people, "2099-01-01")).hasMessageContaining("has not come");
        assertThatThrownBy(() -> hub("select intake.purge_one(null, true)")).hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        hub("insert into audit.deletion select (jsonb_populate_record(null::audit.deletion, '{}')).*"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> hub("delete from intake.retention returning 1"))
                .hasMessageContaining("permission denied");
        purged(desk().purge(Optional.empty()));
        assertThatThrownBy(() -> owner.rows("delete from audit.deletion returning 1"))
                .hasMessageContaining("append-only");
    }

    private void door(long submission, String day) {
        scene.rows("select intake.purge(?, 'records', ?::date, now())", submission, day);
    }

    private void hub(String sql) {
        scene.rows(sql);
    }

    @Test
    void findsWhatIsLeftOver() throws IOException {
        String hash = scene.value("select sha256 from intake.submission where submission_id = ?", people)
                .toString();
        purged(desk().purge(Optional.empty()));
        Path planted = home.resolve("originals").resolve(hash.substring(0, 2)).resolve(hash);
        Files.writeString(planted, NOTE);
        owner.rows(
                "insert into intake.problem (submission_id, code, level, fact, told, guidance) values (?, 'X', 'note',"
                        + " 'x', ?, 'x') returning 1",
                people,
                NOTE);

        assertThat(new PlantedValue(postgres.owner(), home).whereIs(NOTE))
                .containsExactly("intake.problem", home.relativize(planted).toString());
        assertThat(desk().verify())
                .extracting(RetentionDesk.Finding::fact)
                .contains("Of what is proved to be gone, 1 files and 1 rows are there.");
        assertThat(desk().again().files()).isEqualTo(1);
        assertThat(planted).doesNotExist();
    }

    @Test
    void purgesARestoredBackupAgain() throws IOException {
        FolderCopy.of(home, folder.resolve("backup"));
        try (TestDatabase backup = postgres.copy()) {
            purged(desk().purge(Optional.empty()));
            Path book = home.resolve("deletions/proofs.log");
            String written = Files.readString(book);
            FolderCopy.of(folder.resolve("backup"), home);

            RetentionDesk.Again again = desk(backup).again();

            assertThat(again).isEqualTo(new RetentionDesk.Again(4, 4, 0));
            assertThat(new PlantedValue(backup.owner(), home).whereIs(NOTE)).isEmpty();
            assertThat(new PlantedValue(backup.owner(), home).whereIs(CLIENT)).isEmpty();
            assertThat(desk(backup).verify()).isEmpty();
            assertThat(Files.readString(book)).isEqualTo(written);
            assertThat(desk(backup).again()).isEqualTo(new RetentionDesk.Again(0, 0, 0));
        }
    }

    @Test
    void readsLaterFilesAgainAndSaysWhatItCannot() throws IOException {
        clock.set(LATELY);
        take("seaside/people", PEOPLE + "P-2,Basil,Dock,1981-01-02,,M,\n");
        clock.set(NOW);
        owner.rows("update intake.retention set records = '50 years' returning 1");
        assertThat(purged(desk().purge(Optional.empty())))
                .extracting(Proof::part)
                .containsOnly("originals");
        List<List<String>> believed = beliefs();

        Replaying replaying = scene.replaying((done, total) -> {});
        Replaying.Outcome outcome = replaying.run(plan(Optional.empty()), Optional.of(0L));

        assertThat(((Replaying.Outcome.Done) outcome).report().changes()).isZero();
        assertThat(beliefs()).isEqualTo(believed);
        assertThatThrownBy(() -> replaying.dryRun(plan(Optional.of(people))))
                .hasMessage("Submission " + people
                        + " cannot be read again: what seaside sent was purged up to submission " + stays
                        + " at the end of its retention. retention proof " + stays + " shows the proof.");
        owner.rows("update intake.retention set records = '5 years' returning 1");
        purged(desk().purge(Optional.empty()));
        believed = beliefs();
        assertThat(((Replaying.Outcome.Done) replaying.run(plan(Optional.empty()), Optional.of(0L)))
                        .report()
                        .changes())
                .isZero();
        assertThat(beliefs()).isEqualTo(believed);
    }

    private static ReplayPlan plan(Optional<Long> submission) {
        return new ReplayPlan(
                FeedId.parse("seaside/people"), Optional.empty(), Optional.empty(), submission, Optional.empty());
    }

    private List<List<String>> beliefs() {
        return owner.rows(
                "select key, last_name, submission_id, recorded_from, recorded_to from canonical.client_record where"
                        + " sender = 'seaside' union all select key, client_key, submission_id, recorded_from, recorded_to from"
                        + " canonical.enrollment where sender = 'seaside' order by 1, 2, 3");
    }

    @Test
    void answersForWhatIsGone() throws IOException {
        RecordId held = new RecordId(people, "seaside-people1488355200.csv", 4);
        assertThat(scene.desk().show(held).state()).isEqualTo(RecordState.HELD);
        purged(desk().purge(Optional.empty()));

        Receipt receipt = scene.ports().receipts().receipt(people);
        assertThat(receipt.purged()).containsOnlyKeys("originals", "records");
        assertThat(receipt.records().read()).isEqualTo(5);
        assertThat(ReceiptDocument.of(receipt)).contains("\"proof\":\"retention proof " + people + "\"");
        assertThat(scene.outbox().write(receipt)).as("no annotated copy").hasSize(1);
        assertThat(scene.outbox().annotated(receipt, folder.resolve("copy"))).isEmpty();
        assertThatThrownBy(() -> scene.desk().show(held))
                .hasMessage("Record " + held + " was purged at the end of its retention. retention proof " + people
                        + " shows the proof.");
        assertThat(new JooqKeptOriginals(new Database(postgres.hub())).last("probe/people", 9))
                .noneMatch(kept -> kept.submission().number() == people);
    }

    @Test
    void purgesTheSameBytesAtOnceWhenTheyComeAgain() throws IOException {
        purged(desk().purge(Optional.empty()));
        long again = take("seaside/stays", OLD_STAYS);
        assertThat(ReceiptDocument.of(scene.ports().receipts().receipt(again))).contains("duplicate_of_purged");
        assertThat(new PlantedValue(postgres.owner(), home).whereIs(CLIENT)).hasSize(1);

        assertThat(purged(desk().purge(Optional.empty())))
                .extracting(Proof::submission)
                .containsOnly(again);

        assertThat(new PlantedValue(postgres.owner(), home).whereIs(CLIENT)).isEmpty();
        assertThat(desk().verify()).isEmpty();
    }

    @Test
    void goesOnWhereAPurgeWasCutOff() throws IOException {
        door(people, "2025-06-01");
        scene.rows("select intake.purge(?, 'originals', '2025-06-01', now())", people);
        assertThat(desk().verify())
                .as("bytes are there, and no line in the book")
                .hasSize(3);

        List<Proof> proofs = purged(desk().purge(Optional.empty()));

        assertThat(proofs).extracting(Proof::submission).containsOnly(stays);
        assertThat(desk().verify()).isEmpty();
        assertThat(new PlantedValue(postgres.owner(), home).whereIs(NOTE)).isEmpty();
    }

    private List<String> client(String sender, String key) {
        return owner.column(
                "select client_id from linkage.client_link where sender = ? and client_key = ? and linked_to is null",
                sender,
                key);
    }

    private List<String> keys(String table) {
        return owner.column(
                "select key from canonical." + table + " where sender = 'seaside' and recorded_to is null order by 1");
    }

    private static List<Proof> purged(Outcome outcome) {
        return ((Outcome.Done) outcome).proofs();
    }
}
