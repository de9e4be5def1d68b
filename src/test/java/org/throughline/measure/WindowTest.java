package org.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.measure.TestHistories.day;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowTest {

    @ParameterizedTest
    @CsvSource({
        "2023-01-31,2023-04-30,true,false",
        "2023-02-01,2023-05-01,true,false",
        "2023-11-30,2024-02-29,true,true",
        "2023-06-01,2023-08-30,false,true"
    })
    void threeMonthsAreNotNinetyDays(String start, String end, boolean threeMonths, boolean ninetyDays) {
        assertThat(!day(end).isBefore(Window.months(3).maturesOn(day(start)))).isEqualTo(threeMonths);
        assertThat(!day(end).isBefore(Window.days(90).maturesOn(day(start)))).isEqualTo(ninetyDays);
    }

    @Test
    void lastDayOfADayWindowCounts() {
        var window = Window.days(180);
        var index = day("2021-11-15");

        assertThat(window.contains(index, index)).isTrue();
        assertThat(window.contains(index, day("2022-05-14"))).isTrue();
        assertThat(window.contains(index, day("2022-05-15"))).isFalse();
        assertThat(window.contains(index, day("2021-11-14"))).isFalse();
        assertThat(window.lastDay(index)).isEqualTo(window.maturesOn(index));
        assertThat(window.name()).isEqualTo("P180D");
    }

    @Test
    void anniversaryOfAMonthWindowDoesNotCount() {
        var window = Window.months(6);
        var index = day("2025-08-31");

        assertThat(window.contains(index, day("2026-02-27"))).isTrue();
        assertThat(window.contains(index, day("2026-02-28"))).isFalse();
        assertThat(window.maturesOn(index)).isEqualTo("2026-02-28");
        assertThat(window.lastDay(index)).isEqualTo("2026-02-27");
        assertThat(window.name()).isEqualTo("P6M");
    }
}
