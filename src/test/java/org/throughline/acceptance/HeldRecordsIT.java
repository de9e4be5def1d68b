package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Counts;
import org.throughline.intake.FeedId;
import org.throughline.intake.HeldRecord;
import org.throughline.intake.Receipt;
import org.throughline.intake.RecordId;
import org.throughline.intake.RecordState;
import org.throughline.problem.NotFoundException;
import org.throughline.problem.RefusedException;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** What becomes of held and waiting records: corrected, ruled on, or taken up when their parents come. */
final class HeldRecordsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String PEOPLE = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static final String STAYS = "Stay,Number,Entered,Left\n";
    private static final String GOOD = "P-1,Hazel,Feldspar,1980-02-29,,F,\n";
    private static final String LATE = "P-2,Sage,Gneiss,2099-01-01,,F,\n";

    private static int senders;

    @TempDir
    Path home;

    private IntakeScene scene;
    private String sender;

    @BeforeEach
    void open() {
        scene = new IntakeScene(POSTGRES, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
        sender = newSender();
    }

    @Test
    void listsAndShowsWhatIsHeldWithItsReason() {
        Receipt receipt = people(GOOD + LATE);

        List<HeldRecord> held = scene.desk().list(Optional.of(new FeedId(sender, "people")), 10);

        assertThat(receipt.records()).isEqualTo(new Counts(1, 0, 1, 0, 0));
        assertThat(held).hasSize(1);
        assertThat(held.get(0).key()).isEqualTo("P-2");
        assertThat(held.get(0).place().row()).isEqualTo(3);
        HeldRecord shown = scene.desk().show(id(receipt, 2));
        assertThat(shown.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("born-late");
            assertThat(problem.told()).contains("2099-01-01");
            assertThat(problem.fact()).doesNotContain("2099");
            assertThat(problem.guidance()).isEqualTo("Correct the birth date.");
        });
    }

    @Test
    void loadsReleasedRecordAndNotesWhy() {
        Receipt receipt = people(GOOD + LATE);

        HeldRecord released = scene.desk().release(id(receipt, 2), "confirmed by telephone");

        assertThat(released.state()).isEqualTo(RecordState.ACCEPTED);
        assertThat(Beliefs.of(scene, sender).current("client_record")).isEqualTo(2);
        assertThat(scene.rows(
                        "select read_count, accepted_count, held_count from intake.submission where submission_id = ?",
                        receipt.submission()))
                .containsExactly(List.of("2", "2", "0"));
        assertThat(scene.value(
                        "select ruling_reason from intake.source_record_state where submission_id = ? and"
                                + " record_number = 2",
                        receipt.submission()))
                .isEqualTo("confirmed by telephone");
        assertThat(scene.value(
                        "select document -> 'records' ->> 'held' from intake.receipt where submission_id = ?",
                        receipt.submission()))
                .as("the receipt is issued again")
                .isEqualTo("0");
    }

    @Test
    void keepsHoldingWhatNobodyCanRuleOn() {
        Receipt receipt = people(GOOD + "P-2,Sage,Gneiss,yesterday,,F,\n");

        assertThat(scene.desk().release(id(receipt, 2), "tried").state()).isEqualTo(RecordState.HELD);
        assertThat(Beliefs.of(scene, sender).current("client_record")).isEqualTo(1);
    }

    @Test
    void endsRejectedRecordForGood() {
        Receipt receipt = people(GOOD + LATE);

        HeldRecord rejected = scene.desk().reject(id(receipt, 2), "sent by mistake");

        assertThat(rejected.state()).isEqualTo(RecordState.REJECTED);
        assertThat(scene.desk().list(Optional.of(new FeedId(sender, "people")), 10))
                .isEmpty();
        assertThatThrownBy(() -> scene.desk().release(id(receipt, 2), "again")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> scene.desk().show(id(receipt, 3))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void takesCorrectedRecordFromTheNextFile() {
        people(GOOD + LATE);

        Receipt corrected = people(GOOD + "P-2,Sage,Gneiss,1999-01-01,,F,\n");

        assertThat(corrected.records()).isEqualTo(new Counts(1, 1, 0, 0, 0));
        assertThat(Beliefs.of(scene, sender).value("client_record", "P-2", "birth_date"))
                .isEqualTo("1999-01-01");
    }

    @Test
    void takesWaitingRecordsUpWhenTheirParentComesLater() {
        Receipt stays = stays("S-1,P-1,2026-01-01,\nS-2,P-9,2026-01-01,\n");
        assertThat(stays.records()).isEqualTo(new Counts(0, 0, 0, 0, 2));

        people(GOOD);

        assertThat(scene.rows(
                        "select record_key, state from intake.source_record_state where submission_id = ? order by 1",
                        stays.submission()))
                .containsExactly(List.of("S-1", "accepted"), List.of("S-2", "waiting"));
        assertThat(scene.rows(
                        "select read_count, accepted_count, waiting_count from intake.submission where submission_id ="
                                + " ?",
                        stays.submission()))
                .containsExactly(List.of("2", "1", "1"));
    }

    @Test
    void takesWaitingRecordUpWhenItsHeldParentIsReleased() {
        Receipt people = people(LATE);
        Receipt stays = stays("S-1,P-2,2026-01-01,\n");
        assertThat(stays.records().waiting()).isEqualTo(1);

        scene.desk().release(id(people, 1), "confirmed by telephone");

        assertThat(scene.value(
                        "select state from intake.source_record_state where submission_id = ?", stays.submission()))
                .isEqualTo("accepted");
    }

    @Test
    void endsInTheSameStateWhateverTheOrderOfArrival() {
        List<List<String>> orders = List.of(
                List.of("people", "stays", "more", "ends"),
                List.of("stays", "people", "more", "ends"),
                List.of("more", "stays", "ends", "people"),
                List.of("ends", "people", "stays", "more"),
                List.of("stays", "ends", "more", "people"));
        Map<String, String> files = Map.of(
                "people", GOOD,
                "more", "P-2,Sage,Gneiss,1990-03-03,,M,\n",
                "stays", "S-1,P-1,2026-01-01,\nS-2,P-2,2026-02-01,\n",
                "ends", "S-3,P-2,2026-02-01,2026-04-01\nS-4,P-1,2026-03-01,2026-03-31\n");
        Map<String, List<String>> expected = null;
        for (List<String> order : orders) {
            sender = newSender();
            order.forEach(name -> send(files.get(name)));
            Map<String, List<String>> state = Beliefs.of(scene, sender).current();
            expected = expected == null ? state : expected;
            assertThat(state).as("order %s", order).isEqualTo(expected);
            assertThat(state.get("enrollment")).hasSize(4);
            assertThat(state.get("enrollment_exit")).hasSize(2);
        }
    }

    private void send(String rows) {
        if (rows.startsWith("S")) {
            stays(rows);
        } else {
            people(rows);
        }
    }

    private Receipt people(String rows) {
        return run("people", PEOPLE + rows);
    }

    private Receipt stays(String rows) {
        return run("stays", STAYS + rows);
    }

    private Receipt run(String feed, String text) {
        try {
            return scene.run(sender + "/" + feed, Files.writeString(home.resolve(feed + ".csv"), text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RecordId id(Receipt receipt, long record) {
        return new RecordId(receipt.submission(), receipt.members().get(0).file(), record);
    }

    private String newSender() {
        String name = "held-" + ++senders;
        scene.rows(
                "insert into intake.sender (sender, title, kind) values (?, 'Synthetic', 'trial') returning 1", name);
        for (String feed : List.of("people", "stays")) {
            scene.rows(
                    "insert into intake.feed (sender, name, mapping) values (?, ?, ?) returning 1",
                    name,
                    feed,
                    "probe/" + feed);
        }
        return name;
    }
}
