package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Receipt;
import org.throughline.linkage.DeterministicEngine;
import org.throughline.linkage.LinkageRun;
import org.throughline.retention.Hold;
import org.throughline.retention.Proof;
import org.throughline.retention.RetentionDesk;
import org.throughline.retention.RetentionDesk.Outcome;
import org.throughline.store.Database;
import org.throughline.store.JooqClientIndex;
import org.throughline.store.JooqHolds;
import org.throughline.store.JooqRetention;
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
    private static final String NOTE = "quillwort-note";
    private static final String CLIENT = "ZQ-77001";

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(LONG_AGO);
    private final TestDatabase postgres = TestDatabase.migrated();
    private Path home;
    private IntakeScene scene;
    private TestQueries owner;
    private long people;
    private long stays;

    /** Two files of long ago, two of lately, and the same person at another sender of whom everything is kept. */
    @BeforeEach
    void fill() throws IOException {
        postgres.open();
        home = Files.createDirectories(folder.resolve("home"));
        reopen(postgres);
        senders();
        people = take(
                "seaside/people",
                PEOPLE + CLIENT + ",Opal,Thrift,1990-04-05,853-31-1111,F," + NOTE + "\n"
                        + "P-2,Basil,Sorrel,1981-01-02,,M,\nP-5,Clover,Yarrow,1975-09-09,,F,\n"
                        + "P-6,Sedge,Rush,2029-09-09,,F,held-" + NOTE + "\nP-7,Reed,,1975-09-09,,F,lost-" + NOTE
                        + "\n");
        stays = take("seaside/stays", STAYS + "S-1," + CLIENT + ",2017-01-05,2017-02-05\nS-9,P-5,2017-01-05,\n");
        take("twin/people", PEOPLE + "T-1,Opal,Thrift,1990-04-05,853-31-1111,F,\n");
        link();
        clock.set(LATELY);
        take("seaside/people", PEOPLE + "P-5,Clover,Yarrow,1975-09-09,,F,\nP-8,Fern,Bracken,1999-01-01,,F,\n");
        take("seaside/stays", STAYS + "S-2,P-2,2024-01-05,\n");
        clock.set(NOW);
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

    private void reopen(TestDatabase database) {
        owner = new TestQueries(database.owner());
        scene = new IntakeScene(
                database.hub(), home, Path.of("src", "test", "resources", "acceptance", "mappings"), clock);
    }

    private long take(String feed, String text) throws IOException {
        Path file = Files.writeString(
                folder.resolve(feed.replace('/', '-') + clock.instant().getEpochSecond() + ".csv"), text);
        Receipt receipt = scene.run(feed, file);
        Files.delete(file);
        scene.outbox().write(receipt);
        return receipt.submission();
    }

    private void link() {
        new LinkageRun(new JooqClientIndex(new Database(postgres.hub())), new DeterministicEngine()).run(clock);
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
        copy(home, folder.resolve("backup"));
        try (TestDatabase backup = postgres.copy()) {
            purged(desk().purge(Optional.empty()));
            Path book = home.resolve("deletions/proofs.log");
            String written = Files.readString(book);
            copy(folder.resolve("backup"), home);

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
        return owner
                .rows(
                        "select client_id from linkage.client_link where sender = ? and client_key = ? and linked_to is null",
                        sender,
                        key)
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private List<String> keys(String table) {
        return owner
                .rows("select key from canonical." + table
                        + " where sender = 'seaside' and recorded_to is null order by 1")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static List<Proof> purged(Outcome outcome) {
        return ((Outcome.Done) outcome).proofs();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.deleteIfExists(target);
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
