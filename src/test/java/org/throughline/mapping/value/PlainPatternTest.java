package org.throughline.mapping.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain patterns read random texts as java.time's parser does. */
class PlainPatternTest {

    private static final List<String> PIECES = List.of(
            "0",
            "1",
            "2",
            "3",
            "7",
            "9",
            "12",
            "13",
            "24",
            "29",
            "30",
            "31",
            "59",
            "60",
            "007",
            "2024",
            "2023",
            "1900",
            "/",
            "-",
            " ",
            ":",
            "T",
            "t",
            ".",
            "+",
            "99999999999999999999",
            "\u0661",
            "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M/d/yyyy",
                "yyyy-MM-dd",
                "yyyyMMdd",
                "dd.MM.yy",
                "M/d/yy",
                "d-M-uuuu",
                "yyyyMMddHHmmss",
                "M/d/yyyy H:mm",
                "yyyy-MM-dd'T'HH:mm:ss",
                "yyyy-MM-dd HH",
                "MM/dd/yyyy  HH:mm"
            })
    void readsAsTheParserDoes(String text) {
        DayPattern pattern = DayPattern.of(text).orElseThrow();
        PlainPattern plain = pattern.plain().orElseThrow();
        Random random = new Random(text.hashCode());
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            String cell = i % 3 == 0 ? any(random, pattern.formatter()) : changed(random, pattern.formatter());
            LocalDateTime expected = parsed(pattern.formatter(), cell);
            read += expected == null ? 0 : 1;
            assertThat(plain.time(cell)).as("%s by %s", cell, text).isEqualTo(expected);
            assertThat(plain.day(cell))
                    .as("%s by %s", cell, text)
                    .isEqualTo(expected == null ? null : expected.toLocalDate());
        }
        assertThat(read).isBetween(1_000, 2_900);
    }

    private static String any(Random random, DateTimeFormatter formatter) {
        return formatter.format(LocalDate.of(2000, 1, 1)
                .plusDays(random.nextInt(36_000))
                .atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60)));
    }

    private static String changed(Random random, DateTimeFormatter formatter) {
        StringBuilder text = new StringBuilder(any(random, formatter));
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(3));
        return text.replace(from, to, PIECES.get(random.nextInt(PIECES.size()))).toString();
    }

    private static LocalDateTime parsed(DateTimeFormatter formatter, String text) {
        ParsePosition position = new ParsePosition(0);
        if (formatter.parseUnresolved(text, position) == null || position.getIndex() < text.length()) {
            return null;
        }
        try {
            TemporalAccessor parsed = formatter.parse(text);
            return parsed.isSupported(ChronoField.HOUR_OF_DAY)
                    ? LocalDateTime.from(parsed)
                    : LocalDate.from(parsed).atStartOfDay();
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    @Test
    void leavesNamesZonesOptionsAndOpenDigitsToTheParser() {
        for (String text : List.of(
                "dd-MMM-yy",
                "yyyy-MM",
                "yyyy-MM-dd[ HH:mm]",
                "Myyyyd",
                "yyyy-MM-dd HH:mm:ssXXX",
                "h:mm a",
                "yyyy''MM-dd")) {
            assertThat(PlainPattern.of(text)).as(text).isEmpty();
        }
    }
}
