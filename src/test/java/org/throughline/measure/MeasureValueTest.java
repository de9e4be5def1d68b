package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MeasureValueTest {

    @Test
    void roundsHalfUpFromWholeNumbers() {
        assertThat(MeasureValue.percent(1, 8)).map(Object::toString).contains("12.50");
        assertThat(MeasureValue.percent(1, 800)).map(Object::toString).contains("0.13");
        assertThat(MeasureValue.percent(0, 0)).isEmpty();
    }

    @Test
    void coverageLeavesOutTheImmatureAndTheExcluded() {
        var value = new MeasureValue(
                Measure.RETURN_180D,
                "harborlight",
                Map.of(Status.NUM, 40L, Status.DEN_ONLY, 40L, Status.UNKNOWN, 20L, Status.IMMATURE, 9L),
                0,
                Optional.empty());

        assertThat(value.percent()).map(Object::toString).contains("50.00");
        assertThat(value.coverage()).map(Object::toString).contains("80.00");
        assertThat(value.population()).isEqualTo(109);
    }
}
