package org.throughline.mapping.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 10, 6);

    private static Days days(String patterns) {
        List<DayPattern> all = Arrays.stream(patterns.split(";"))
                .map(text -> DayPattern.of(text).orElseThrow())
                .toList();
        return new Days(all, ZoneId.of("America/New_York"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            quoteCharacter = '"',
            value = {
                "yyyy-MM-dd, 2013-05-01, 2013-05-01",
                "yyyy-MM-dd, 2013-5-1, null",
                "yyyy-M-d, 2013-5-1, 2013-05-01",
                "yyyy-M-d, 13-5-1, null",
                "M/d/yyyy, 03/07/2014, 2014-03-07",
                "M/d/yyyy, 2/30/2014, null",
                "M/d/yyyy, 2/29/2023, null",
                "M/d/yyyy, 3/7/14, null",
                "M/d/yyyy;M/d/yy, 3/7/14, 2014-03-07",
                "M/d/yy, 3/7/2014, null",
                "dd-MMM-yy, 08-MAY-67, 1967-05-08",
                "dd-MMM-yy, 17-jun-20, 2020-06-17",
                "dd-MMM-yy, 17-JUN-28, 1928-06-17",
                "yyyyMMdd, 20261005, 2026-10-05",
                "yyyyMMdd, 2026105, null",
                "yyyy-MM-dd HH:mm:ss, 2013-05-01 23:59:59, 2013-05-01",
                "M/d/yy, 2/29/00, 2000-02-29",
                "M/d/yyyy, 3/7/2014 x, null",
            })
    void readsADay(String patterns, String text, LocalDate day) {
        assertThat(days(patterns).day().value(text, RECEIVED)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "10/5/27, 2027-10-05",
                "10/6/27, 1927-10-06",
                "1/1/26, 2026-01-01",
                "1/1/30, 1930-01-01",
            })
    void takesTheLatestCenturyLessThanAYearAhead(String text, LocalDate day) {
        assertThat(days("M/d/yy").day().value(text, RECEIVED)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "yyyy-MM-dd HH:mm:ss, 2026-01-02 03:04:05, 2026-01-02T03:04:05",
                "yyyy-MM-dd, 2026-01-02, 2026-01-02T00:00:00",
                "yyyy-MM-dd'T'HH:mm:ssXXX, 2026-01-02T03:04:05Z, 2026-01-01T22:04:05",
                "yyyy-MM-dd'T'HH:mm:ssXXX, 2026-07-02T03:04:05-04:00, 2026-07-02T03:04:05",
                "M/d/yyyy H:mm, 1/2/2026 25:00, null",
            })
    void readsATimeInTheSendersZone(String patterns, String text, String time) {
        Object read = days(patterns).time().value(text, RECEIVED);

        assertThat(read == null ? null : read.toString() + (read.toString().length() == 16 ? ":00" : ""))
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "yyyy-MM, 2026-10, 2026-10-01",
                "MMM yyyy, sep 2026, 2026-09-01",
                "yyyy-MM, 2026-13, null",
                "yyyyQ, 20264, 2026-10-01",
                "yyyy-'Q'Q, 2026-Q1, 2026-01-01",
                "yyyyQ, 20265, null"
            })
    void readsTheFirstDayOfAMonth(String patterns, String text, LocalDate day) {
        assertThat(days(patterns).month().value(text, RECEIVED)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy-mm-dd", "MM/dd/YYYY", "yyyy", "MM/dd", "HH:mm"})
    void knowsPatternsThatTellNoDay(String text) {
        assertThat(DayPattern.of(text).filter(DayPattern::tellsDay)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yyyy-MM-dd", "M/d/yy", "dd-MMM-yy", "d MMMM yyyy", "yyyyMMdd", "yyyy-DDD", "yyyy-MM-dd'T'HH:mm"
            })
    void knowsPatternsThatTellADay(String text) {
        assertThat(DayPattern.of(text).filter(DayPattern::tellsDay)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jjjj", "yyyy-MM-dd'T", "{"})
    void refusesUnknownLetters(String text) {
        assertThat(DayPattern.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "tr", "th"})
    void readsTheSameUnderAnyDefaultLocale(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale.Builder().setLanguage(language).build());
            assertThat(days("dd-MMM-yyyy").day().value("08-MAY-1967", RECEIVED)).isEqualTo(LocalDate.of(1967, 5, 8));
        } finally {
            Locale.setDefault(before);
        }
    }
}
