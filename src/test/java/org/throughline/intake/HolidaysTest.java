package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On which days holidays fall. */
final class HolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "third MON of JAN, 2026, 2026-01-19",
        "last MON of MAY, 2026, 2026-05-25",
        "fourth THU of NOV, 2026, 2026-11-26",
        "JUL 4 or nearest weekday, 2026, 2026-07-03",
        "JUL 4 or next weekday, 2026, 2026-07-06",
        "JUL 4, 2026, 2026-07-04",
        "JUN 19 or nearest weekday, 2027, 2027-06-18",
        "DEC 25 or nearest weekday, 2022, 2022-12-26",
        "JAN 1 or nearest weekday, 2028, 2027-12-31",
        "easter, 2019, 2019-04-21",
        "easter, 2026, 2026-04-05",
        "easter, 2038, 2038-04-25",
        "easter - 2, 2027, 2027-03-26",
        "easter + 1, 2024, 2024-04-01",
        "2026-11-27, 2026, 2026-11-27"
    })
    void fallOnTheirDays(String rule, int year, LocalDate day) {
        assertThat(HolidayRule.parse(rule).in(year)).contains(day);
        assertThat(HolidayRule.parse(rule).text()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fifth MON of JAN", "FEB 30", "JAN 1 or", "third MONDAY of JAN", "christmas", "2026-13-01", ""})
    void areRefusedInOtherForms(String rule) {
        assertThatThrownBy(() -> HolidayRule.parse(rule)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void areFoundInTheYearBefore() {
        Holidays holidays = new Holidays("some", List.of(Holidays.Holiday.parse("New Year: JAN 1 or nearest weekday")));

        assertThat(holidays.on(LocalDate.parse("2027-12-31"))).contains("New Year");
        assertThat(holidays.on(LocalDate.parse("2028-01-01"))).isEmpty();
    }

    @Test
    void fallOutWhereTheYearHasNoSuchDay() {
        assertThat(HolidayRule.parse("FEB 29").in(2026)).isEmpty();
        assertThat(HolidayRule.parse("2026-11-27").in(2027)).isEmpty();
    }
}
