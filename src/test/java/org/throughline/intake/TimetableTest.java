package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version counts on which day. */
final class TimetableTest {
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");
    private static final LocalDate OCTOBER = LocalDate.parse("2026-10-01");

    @Test
    void countsFromItsFirstDayOn() {
        Timetable timetable = new Timetable(List.of(entry(JULY, 1), entry(OCTOBER, 2)));

        assertThat(timetable.on(OCTOBER.minusDays(1))).isEqualTo(1);
        assertThat(timetable.on(OCTOBER)).isEqualTo(2);
        assertThat(timetable.versions()).containsExactly(2L, 1L);
    }

    @Test
    void readsOlderPeriodsByTheFirstVersion() {
        assertThat(new Timetable(List.of(entry(JULY, 1))).on(LocalDate.parse("2020-01-01")))
                .isEqualTo(1);
        assertThat(new Timetable(List.of(entry(LocalDate.MIN, 7), entry(JULY, 8))).on(JULY.minusDays(1)))
                .isEqualTo(7);
    }

    @Test
    void leavesOutWhatAnotherVersionReplacedOnTheSameDay() {
        Timetable timetable = new Timetable(List.of(entry(JULY, 1), entry(JULY, 2)));

        assertThat(timetable.on(JULY)).isEqualTo(2);
        assertThat(timetable.versions()).containsExactly(2L);
        assertThat(new Timetable(List.of()).isEmpty()).isTrue();
    }

    private static Timetable.Entry entry(LocalDate from, long version) {
        return new Timetable.Entry(from, version);
    }
}
