package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.measure.TestHistories.day;
import static org.throughline.measure.TestHistories.stay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Spm2TableTest {
    private static final Spm2Table.Period FY2024 = new Spm2Table.Period(day("2023-10-01"), day("2024-09-30"));

    @Test
    void countsTheWorkedExample() {
        var cells = cells(TestHistories.read("/measure/g1.csv"));

        assertThat(cells)
                .containsEntry("B7", number("8"))
                .containsEntry("C7", number("4"))
                .containsEntry("D7", number("50.00"))
                .containsEntry("E7", number("1"))
                .containsEntry("F7", number("12.50"))
                .containsEntry("G7", number("2"))
                .containsEntry("H7", number("25.00"))
                .containsEntry("I7", number("7"))
                .containsEntry("J7", number("87.50"));
        assertThat(cells).hasSize(54).containsEntry("B3", number("7")).containsEntry("B6", number("1"));
    }

    @Test
    void day366IsInTheThirdBucket() {
        var history = TestHistories.history(
                List.of(
                        stay("1", "emergency_shelter", "2022-01-01", "2022-02-10 410"),
                        stay("2", "emergency_shelter", "2023-02-11", "")),
                List.of());

        assertThat(cells(List.of(history))).containsEntry("E7", number("0")).containsEntry("G7", number("1"));
    }

    @Test
    void percentOfNobodyIsEmpty() {
        assertThat(cells(List.of())).containsEntry("D7", Optional.empty()).containsEntry("B7", number("0"));
    }

    @Test
    void oneContinuumSeesItsOwnStaysOnly() {
        var history = TestHistories.history(
                List.of(stay("1", "emergency_shelter", "2022-01-01", "2022-02-10 410")), List.of());

        assertThat(Spm2Table.of(List.of(history), FY2024, Optional.of("KY-500"), Spm2Specification.FY2026)
                        .cells())
                .containsEntry("B7", number("1"));
        assertThat(Spm2Table.of(List.of(history), FY2024, Optional.of("XX-501"), Spm2Specification.FY2026)
                        .cells())
                .containsEntry("B7", number("0"));
    }

    @Test
    void orderDoesNotMatter() {
        var histories = new ArrayList<ClientHistory>();
        for (var history : TestHistories.read("/measure/g1.csv")) {
            var stays = new ArrayList<>(history.stays());
            Collections.shuffle(stays, new Random(1));
            histories.add(
                    new ClientHistory(history.client(), history.searchable(), history.inReview(), stays, List.of()));
        }
        Collections.shuffle(histories, new Random(2));

        assertThat(cells(histories)).isEqualTo(cells(TestHistories.read("/measure/g1.csv")));
    }

    @Test
    void oldSpecificationTakesTransitionalHousingForATransition() {
        var history = TestHistories.history(
                List.of(
                        stay("1", "emergency_shelter", "2022-01-01", "2022-02-10 410"),
                        stay("2", "transitional_housing", "2022-02-11", "2022-06-01"),
                        stay("3", "rapid_rehousing", "2022-06-10", "")),
                List.of());

        assertThat(Spm2Table.of(List.of(history), FY2024, Optional.empty(), Spm2Specification.FY2020)
                        .cells())
                .containsEntry("I7", number("0"));
        assertThat(cells(List.of(history))).containsEntry("C7", number("1"));
    }

    private static Map<String, Optional<BigDecimal>> cells(List<ClientHistory> histories) {
        return Spm2Table.of(histories, FY2024, Optional.empty(), Spm2Specification.FY2026)
                .cells();
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.of(new BigDecimal(text));
    }
}
