package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.canonical.Entity.CLIENT_RECORD;
import static org.throughline.canonical.Entity.ENROLLMENT;
import static org.throughline.canonical.Entity.ENROLLMENT_EXIT;
import static org.throughline.store.LoadScene.changedAt;
import static org.throughline.store.LoadScene.changes;
import static org.throughline.store.LoadScene.client;
import static org.throughline.store.LoadScene.enrollment;
import static org.throughline.store.LoadScene.exit;
import static org.throughline.store.LoadScene.retracted;
import static org.throughline.store.LoadScene.snapshot;
import static org.throughline.store.LoadScene.staged;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.intake.Counts;
import org.throughline.intake.Load;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Receipt;
import org.throughline.intake.RecordState;
import org.throughline.intake.SubmissionStatus;
import org.throughline.problem.Place;
import org.throughline.testing.TestDatabase;

final class JooqLoadIT {
    private TestDatabase postgres;
    private LoadScene scene;

    @BeforeEach
    void open() {
        postgres = TestDatabase.migrated().open();
        scene = new LoadScene(postgres.hub());
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void acceptsNewRecordsAndFindsTheSameUnchanged() {
        Receipt first = scene.load(client("1", "Aster"), enrollment("e1", "1", "2026-09-01"));
        Receipt second = scene.load(client("1", "Aster"), enrollment("e1", "1", "2026-09-01"));

        assertThat(first.records()).isEqualTo(new Counts(2, 0, 0, 0, 0));
        assertThat(second.records()).isEqualTo(new Counts(0, 2, 0, 0, 0));
        assertThat(scene.current(ENROLLMENT)).containsExactly("e1");
    }

    @Test
    void keepsTheEarlierBeliefWhenARecordChanges() {
        scene.load(client("1", "Aster"));
        scene.load(client("1", "Birch"));

        assertThat(count("select count(*) from canonical.client_record where recorded_to is not null and"
                        + " last_name = 'Aster'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from canonical.client_record where recorded_to is null and last_name"
                        + " = 'Birch'"))
                .isEqualTo(1);
    }

    @Test
    void losesNoEditionOfAReceiptThatIsIssuedWhileAnEarlierOneIsDelivered() {
        long number = scene.load(client("1", "Aster")).submission();
        JooqReceipts receipts = new JooqReceipts(scene.database(), Clock.systemUTC());
        assertThat(receipts.awaiting(number)).as("not issued yet").isEmpty();
        receipts.issue(number, "{\"said\": 1}");
        assertThat(receipts.awaiting(number)).hasValue(1);
        receipts.issue(number, "{\"said\": 2}");
        receipts.delivered(number, 1);
        assertThat(receipts.awaiting(number)).hasValue(2);
        receipts.delivered(number, 2);
        assertThat(receipts.awaiting(number)).isEmpty();
        assertThat(receipts.undelivered()).isEmpty();
    }

    @Test
    void holdsBothRowsOfAKeyThatStandsTwiceWithOtherContent() {
        Receipt receipt = scene.load(client("1", "Aster"), client("1", "Birch"), client("2", "Cedar"));

        assertThat(receipt.records()).isEqualTo(new Counts(1, 0, 2, 0, 0));
        assertThat(codes(receipt)).containsExactly("KEY_TWICE");
        assertThat(scene.current(CLIENT_RECORD)).containsExactly("2");
    }

    @Test
    void takesIdenticalRowsOfOneKeyOnce() {
        Receipt receipt = scene.load(client("1", "Aster"), client("1", "Aster"));

        assertThat(receipt.records()).isEqualTo(new Counts(1, 1, 0, 0, 0));
    }

    @Test
    void letsARecordWaitForItsParentAndForTheParentOfItsParent() {
        Receipt receipt = scene.load(exit("x1", "e1", "2026-09-30"), enrollment("e1", "1", "2026-09-01"));

        assertThat(receipt.records()).isEqualTo(new Counts(0, 0, 0, 0, 2));
        assertThat(scene.loads().ready("trial")).isEmpty();

        scene.load(client("1", "Aster"));
        assertThat(scene.loads().ready("trial")).hasSize(1);
    }

    @Test
    void takesAWaitingRecordUpAgainAndCountsItAnew() {
        Receipt waiting = scene.load(enrollment("e1", "1", "2026-09-01"));
        scene.load(client("1", "Aster"));

        try (Load load = scene.loads().beginAgain(scene.submission(waiting.submission()), scene.version())) {
            load.member("rows.csv", List.of("a", "b"));
            load.stage(staged(1, Optional.empty(), List.of(enrollment("e1", "1", "2026-09-01")), List.of()));
            load.settle(changes());
        }

        Receipt receipt = scene.receipt(waiting.submission());
        assertThat(receipt.records()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(receipt.problems()).isEmpty();
        assertThat(scene.loads().ready("trial")).isEmpty();
    }

    @Test
    void neverLetsAnOlderRowReplaceANewerOne() {
        scene.load(changedAt(client("1", "Newer"), "2026-05-02T10:00:00"));
        Receipt older = scene.load(changedAt(client("1", "Older"), "2026-05-01T10:00:00"));
        Receipt sameDay = scene.load(changedAt(client("1", "Same"), "2026-05-02T00:00:00"));

        assertThat(older.records()).isEqualTo(new Counts(0, 1, 0, 0, 0));
        assertThat(codes(older)).containsExactly("OLDER_THAN_KNOWN");
        assertThat(sameDay.records().accepted()).isEqualTo(1);
    }

    @Test
    void storesAClientOfWhomOnlyTheKeyIsTold() {
        Receipt receipt = scene.load(mention("1"), enrollment("e1", "1", "2026-09-01"), mention("1"));

        assertThat(receipt.records()).isEqualTo(new Counts(2, 1, 0, 0, 0));
        assertThat(scene.current(CLIENT_RECORD)).containsExactly("1");
    }

    @Test
    void neverLetsAMentionTakeThePlaceOfWhatIsKnown() {
        scene.load(changedAt(client("1", "Aster"), "2026-05-01T10:00:00"));
        Receipt receipt = scene.load(mention("1"), enrollment("e1", "1", "2026-09-01"));

        assertThat(receipt.records()).isEqualTo(new Counts(1, 1, 0, 0, 0));
        assertThat(lastNames()).isEqualTo("Aster");
    }

    @Test
    void letsAMentionGiveWayToWhoeverTellsMore() {
        Receipt held = scene.load(mention("1"));
        scene.load(changedAt(client("1", "Aster"), "2026-05-01T10:00:00"));
        assertThat(lastNames()).isEqualTo("Aster");

        scene.load(mention("2"), client("2", "Birch"), mention("2"));
        assertThat(lastNames()).isEqualTo("Aster, Birch");
        assertThat(held.records().accepted()).isEqualTo(1);
    }

    @Test
    void letsARowOfAnEarlierFileTakeThePlaceOfALaterMention() {
        Receipt earlier = scene.load(enrollment("e1", "1", "2026-09-01"));
        scene.load(mention("1"));

        try (Load load = scene.loads().beginAgain(scene.submission(earlier.submission()), scene.version())) {
            load.member("rows.csv", List.of("a", "b"));
            load.stage(staged(1, Optional.empty(), List.of(client("1", "Aster")), List.of()));
            load.settle(changes());
        }

        assertThat(lastNames()).isEqualTo("Aster");
    }

    @Test
    void holdsAKeyThatIsToldTwiceDespiteAMention() {
        Receipt receipt = scene.load(client("1", "Aster"), mention("1"), client("1", "Birch"));

        assertThat(codes(receipt)).containsExactly("KEY_TWICE");
        assertThat(receipt.records()).isEqualTo(new Counts(1, 0, 2, 0, 0));
        assertThat(lastNames()).isEmpty();
    }

    @Test
    void endsARecordThatTheSenderTakesBack() {
        scene.load(client("1", "Aster"));
        Receipt receipt = scene.load(retracted(client("1", "Aster")));
        Receipt again = scene.load(retracted(client("1", "Aster")));

        assertThat(receipt.records().accepted()).isEqualTo(1);
        assertThat(again.records().unchanged()).isEqualTo(1);
        assertThat(scene.current(CLIENT_RECORD)).isEmpty();
    }

    @Test
    void endsWhatHangsOnAnEnrollmentThatTheSenderTakesBack() {
        scene.load(client("1", "Aster"), enrollment("e1", "1", "2026-09-01"), exit("x1", "e1", "2026-09-30"));

        Receipt receipt = scene.load(retracted(enrollment("e1", "1", "2026-09-01")), exit("x1", "e1", "2026-09-30"));

        assertThat(receipt.records()).isEqualTo(new Counts(1, 0, 0, 0, 1));
        assertThat(receipt.closed()).isEqualTo(1);
        assertThat(scene.current(ENROLLMENT_EXIT)).isEmpty();
    }

    @Test
    void tellsProblemsOfOneKindTogether() {
        Receipt receipt = scene.load(
                client("1", "Aster"),
                client("1", "Birch"),
                enrollment("e1", "1", "2026-09-01"),
                enrollment("e2", "9", "2026-09-01"));

        assertThat(receipt.problems()).extracting(ProblemReport::code).containsExactly("KEY_TWICE", "PARENT_MISSING");
        assertThat(receipt.problems()).extracting(ProblemReport::rows).containsExactly(2L, 2L);
        assertThat(receipt.problems().get(0).places()).extracting(Place::row).containsExactly(2L, 3L);
    }

    @Test
    void endsWhatASnapshotNoLongerHoldsInsideItsPeriodOnly() {
        scene.load(
                client("1", "Aster"),
                enrollment("before", "1", "2026-01-01"),
                exit("before", "before", "2026-02-01"),
                enrollment("inside", "1", "2026-09-02"),
                enrollment("stays", "1", "2026-09-03"),
                enrollment("after", "1", "2026-10-02"));

        Receipt receipt =
                scene.load(snapshot("2026-09-01", "2026-09-30"), List.of(enrollment("stays", "1", "2026-09-03")));

        assertThat(receipt.closed()).isEqualTo(1);
        assertThat(scene.current(ENROLLMENT)).containsExactly("after", "before", "stays");
        assertThat(scene.current(ENROLLMENT_EXIT)).containsExactly("before");
    }

    @Test
    void holdsASnapshotThatLeavesOutTooMuchUntilAPersonSaysYes() {
        List<CanonicalRecord> many = new ArrayList<>(List.of(client("1", "Aster")));
        for (int i = 0; i < 6; i++) {
            many.add(enrollment("e" + i, "1", "2026-09-02"));
        }
        scene.load(changes(), many);

        var terms = snapshot("2026-09-01", "2026-09-30");
        Receipt held = scene.load(terms, List.of(enrollment("e0", "1", "2026-09-02")));
        Receipt released = scene.load(
                LoadScene.waiving(terms, "SNAPSHOT_CLOSES_TOO_MUCH"), List.of(enrollment("e0", "1", "2026-09-02")));

        assertThat(held.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(held.records()).isEqualTo(new Counts(0, 0, 1, 0, 0));
        assertThat(held.problems().get(0).message())
                .isEqualTo("The file leaves out 5 of the 6 enrollment records in its period; without a person's yes a"
                        + " snapshot ends at most 3, or 5.0 %.");
        assertThat(released.closed()).isEqualTo(5);
    }

    @Test
    void holdsAFileThatTakesBackTooManyClientsUntilAPersonSaysYes() {
        List<CanonicalRecord> many = new ArrayList<>();
        List<CanonicalRecord> gone = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            many.add(client("c" + i, "Aster"));
            many.add(enrollment("e" + i, "c" + i, "2026-09-02"));
            if (i < 4) {
                gone.add(retracted(client("c" + i, "Aster")));
            }
        }
        scene.load(changes(), many);

        Receipt held = scene.load(changes(), gone);
        Receipt released = scene.load(LoadScene.waiving(changes(), "CASCADE_ENDS_TOO_MUCH"), gone);

        assertThat(held.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(held.problems().get(0).message())
                .isEqualTo(
                        "The file takes back 4 of the 6 clients, and 4 records that hang on them would end as well.");
        assertThat(released.closed()).isEqualTo(4);
    }

    @Test
    void endsNothingWhereARowCannotBeReadFarEnough() {
        scene.load(client("1", "Aster"), enrollment("e1", "1", "2026-09-02"));

        Receipt receipt = scene.load(
                snapshot("2026-09-01", "2026-09-30"),
                List.of(client("1", "Aster")),
                List.of(staged(2, Optional.of(RecordState.REJECTED), List.of(), List.of())));

        assertThat(receipt.closed()).isZero();
        assertThat(codes(receipt)).containsOnly("SNAPSHOT_NOT_CLOSED");
        assertThat(scene.current(ENROLLMENT)).containsExactly("e1");
    }

    @Test
    void refusesToCommitCountsThatDifferFromTheStates() {
        Receipt receipt = scene.load(client("1", "Aster"));

        assertThatThrownBy(() -> scene.database()
                        .run(jooq -> jooq.execute(
                                "update intake.submission set read_count = 2, accepted_count = 2 where submission_id ="
                                        + " ?",
                                receipt.submission())))
                .hasStackTraceContaining("its records have");
    }

    private long count(String sql) {
        return scene.database().read(jooq -> ((Number) jooq.fetchValue(sql)).longValue());
    }

    private String lastNames() {
        return scene.database()
                .read(jooq -> String.valueOf(
                        jooq.fetchValue("select coalesce(string_agg(last_name, ', ' order by key), '') from"
                                + " canonical.client_record where recorded_to is null")));
    }

    private static CanonicalRecord mention(String client) {
        return LoadScene.record(CLIENT_RECORD, client, Map.of());
    }

    private static List<String> codes(Receipt receipt) {
        return receipt.problems().stream().map(ProblemReport::code).toList();
    }
}
