package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.throughline.measure.TestHistories.CLIENT;
import static org.throughline.measure.TestHistories.day;
import static org.throughline.measure.TestHistories.history;
import static org.throughline.measure.TestHistories.report;
import static org.throughline.measure.TestHistories.status;
import static org.throughline.measure.TestHistories.stay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusRuleTest {
    private static final Stay SHELTER = stay("e1", "emergency_shelter", "2026-01-02", "2026-02-01 410");
    private static final Stay BACK = stay("e2", "emergency_shelter", "2026-03-01", "");
    private static final Stay FPS = stay("e1", "family_preservation", "2025-10-01", "2026-01-31");

    @Test
    void immatureRowsKeepTheirEvent() {
        var found = status(Measure.RETURN_180D, history(List.of(SHELTER, BACK), List.of()), "2026-07-30");

        assertThat(found.status()).isEqualTo(Status.IMMATURE);
        assertThat(found.event()).map(SeenEvent::date).contains(day("2026-03-01"));
    }

    @Test
    void maturesOnTheLastDayOfTheWindow() {
        var returned = history(List.of(SHELTER, BACK), List.of());
        var stayed = history(List.of(SHELTER), List.of());

        assertThat(status(Measure.RETURN_180D, returned, "2026-07-31").status()).isEqualTo(Status.NUM);
        assertThat(status(Measure.RETURN_180D, stayed, "2026-07-31").status()).isEqualTo(Status.DEN_ONLY);
        assertThat(status(Measure.RETURN_365D, stayed, "2026-07-31").status()).isEqualTo(Status.IMMATURE);
    }

    @Test
    void unsearchableClientIsUnknownWhateverHappened() {
        var hidden = new ClientHistory(Optional.of(1L), Set.of(), Set.of(), List.of(SHELTER, BACK), List.of());
        var inReview = new ClientHistory(
                Optional.of(1L), Set.of(CLIENT), Set.of(Source.HOMELESSNESS), List.of(SHELTER, BACK), List.of());
        var keptOut = new ClientHistory(Optional.empty(), Set.of(), Set.of(), List.of(SHELTER, BACK), List.of());

        for (var history : List.of(hidden, inReview, keptOut)) {
            var found = status(Measure.RETURN_180D, history, "2026-09-30");
            assertThat(found.status()).isEqualTo(Status.UNKNOWN);
            assertThat(found.reason()).contains(StatusReason.NO_LINK);
            assertThat(found.seen()).isEmpty();
        }
    }

    @Test
    void reviewInOneSourceLeavesTheOtherAlone() {
        var inReview = new ClientHistory(
                Optional.of(1L), Set.of(CLIENT), Set.of(Source.CHILD_WELFARE), List.of(SHELTER), List.of());

        assertThat(status(Measure.RETURN_180D, inReview, "2026-09-30").status()).isEqualTo(Status.DEN_ONLY);
    }

    @Test
    void sourceWithoutWatermarkIsAGap() {
        var history = history(List.of(SHELTER, BACK), List.of());
        var snapshot = new ClientHistory.Snapshot(List.of(history), Map.of(), TestHistories.GRADES);

        assertThat(new StatusRule(Measure.RETURN_180D, snapshot).statuses(history))
                .singleElement()
                .satisfies(found -> assertThat(found.reason()).contains(StatusReason.SOURCE_GAP));
    }

    @Test
    void twoExitsOfOneClientOnOneDayCountOnce() {
        var second = stay("e0", "rapid_rehousing", "2026-01-10", "2026-02-01 410");
        var history = history(List.of(SHELTER, second), List.of());
        var found =
                new StatusRule(Measure.RETURN_180D, TestHistories.snapshot(history, "2026-09-30")).statuses(history);

        assertThat(found).extracting(EventStatus::indexKey).containsExactly("e1", "e0");
        assertThat(found).extracting(EventStatus::status).containsExactly(Status.EXCLUDED, Status.DEN_ONLY);
    }

    @Test
    void shelterStayOfAnAgencyIsAReturn() {
        var stay = new Occurrence(
                new RecordRef("coc", "s1"), "x", "shelter_stay", day("2026-02-01"), Optional.empty(), "");

        assertThat(status(Measure.RETURN_180D, history(List.of(SHELTER), List.of(stay)), "2026-09-30")
                        .status())
                .isEqualTo(Status.NUM);
    }

    @Test
    void keepsTheEarliestEventOfEverySenderWithTheBestLinkOfThatDay() {
        var weak = new RecordRef("coc", "weak1");
        var strong = new RecordRef("coc", "s1");
        var events = List.of(
                shelter(weak, "a", "2026-03-05"),
                shelter(strong, "b", "2026-03-05"),
                shelter(strong, "c", "2026-04-05"),
                shelter(new RecordRef("bridgeway", "weak2"), "d", "2026-03-01"));

        var found = status(Measure.RETURN_180D, history(List.of(SHELTER, BACK), events), "2026-09-30");

        assertThat(found.seen())
                .extracting(SeenEvent::sender, SeenEvent::key, SeenEvent::grade)
                .containsExactly(
                        tuple("harborlight", "e2", LinkGrade.DISCLOSURE),
                        tuple("bridgeway", "d", LinkGrade.ANALYTIC),
                        tuple("coc", "b", LinkGrade.DISCLOSURE));
    }

    private static Occurrence shelter(RecordRef record, String key, String date) {
        return new Occurrence(record, key, "shelter_stay", day(date), Optional.empty(), "");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01,'',screened_in,NUM",
        "2026-02-01,'',substantiated,NUM",
        "2026-02-01,'',screened_out,DEN_ONLY",
        "2026-02-01,'',pending,DEN_ONLY",
        "2026-01-31,'',screened_in,DEN_ONLY",
        "2026-01-15,'',screened_in,DEN_ONLY",
        "2026-07-30,'',screened_in,NUM",
        "2026-07-31,'',screened_in,DEN_ONLY",
        "2026-02-01,2026-01-31,screened_in,NUM"
    })
    void readsReportsAfterTheEndOfServices(String date, String incident, String disposition, Status expected) {
        var found = involvement(date, incident, disposition);

        assertThat(found.status()).isEqualTo(expected);
        assertThat(found.earlierIncident()).isFalse();
        assertThat(found.windowEnd()).isEqualTo("2026-07-30");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01,true", "2026-07-30,true", "2026-08-15,false"})
    void countsReportsOnEarlierIncidentsApart(String date, boolean earlier) {
        var found = involvement(date, "2026-01-30", "screened_in");

        assertThat(found.status()).isEqualTo(Status.DEN_ONLY);
        assertThat(found.earlierIncident()).isEqualTo(earlier);
    }

    private static EventStatus involvement(String date, String incident, String disposition) {
        var report = report("r1", date, incident, disposition);
        return status(Measure.INVOLVEMENT_6M, history(List.of(FPS), List.of(report)), "2026-09-30");
    }

    @Test
    void everyMeasureHasItsOwnIndexEvents() {
        var snapshot = TestHistories.snapshot(history(List.of(SHELTER, FPS), List.of()), "2026-09-30");

        assertThat(MeasureRun.statuses(snapshot))
                .extracting(found -> found.measure().id() + " " + found.indexKey())
                .hasSize(5)
                .doesNotHaveDuplicates();
    }
}
