package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutcomeFileWriterTest {
    private static final String HEADER =
            "client_id,measure,measure_version,status,event_month,event_date,window," + "observed_through,changed\r\n";

    @Test
    void writesEveryColumnOfEveryRow() {
        assertThat(text(row("A1", OutcomeStatus.NUM), row("A2", OutcomeStatus.NOT_AVAILABLE)))
                .isEqualTo(HEADER
                        + "A1,cw.m,1,NUM,2024-03,2024-03-05,P180D,2024-12-31,false\r\n"
                        + "A2,cw.m,1,NOT_AVAILABLE,,,P180D,,false\r\n");
    }

    @Test
    void writesTheHeaderWhereThereAreNoRows() {
        assertThat(text()).isEqualTo(HEADER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "=1+1 '=1+1",
                "+1 '+1",
                "-1 '-1",
                "@a '@a",
                "a,b \"a,b\"",
                "a\"b \"a\"\"b\"",
                "=a,b \"'=a,b\"",
                "Ørsted-7 Ørsted-7",
                "0012 0012"
            })
    void keepsIdsWholeAndHarmless(String id, String cell) {
        assertThat(text(row(id, OutcomeStatus.OPEN))).startsWith(HEADER + cell + ",cw.m,1,OPEN,");
    }

    @Test
    void quotesLineBreaks() {
        assertThat(text(row("a\nb", OutcomeStatus.OPEN))).contains("\"a\nb\",cw.m");
    }

    @Test
    void marksWhatDiffersFromTheDeliveredFile() {
        var same = row("A1", OutcomeStatus.NUM);
        var old = List.of(same, row("A2", OutcomeStatus.OPEN));

        var rows = OutcomeRows.against(
                old, List.of(same, row("A2", OutcomeStatus.DEN_ONLY), row("A3", OutcomeStatus.OPEN)));

        assertThat(rows).extracting(OutcomeRow::changed).containsExactly(false, true, true);
    }

    @Test
    void takesALaterWatermarkForNoChange() {
        var old = row("A1", OutcomeStatus.OPEN);
        var later = new OutcomeRow(
                "A1",
                "cw.m",
                1,
                OutcomeStatus.OPEN,
                Optional.empty(),
                Optional.empty(),
                "P180D",
                Optional.of(LocalDate.parse("2025-01-31")),
                false);

        assertThat(OutcomeRows.against(List.of(old), List.of(later))).containsExactly(later);
    }

    private static String text(OutcomeRow... rows) {
        return new String(new OutcomeFileWriter().write(List.of(rows)), StandardCharsets.UTF_8);
    }

    private static OutcomeRow row(String id, OutcomeStatus status) {
        var event = Optional.of(LocalDate.parse("2024-03-05")).filter(date -> status == OutcomeStatus.NUM);
        return new OutcomeRow(
                id,
                "cw.m",
                1,
                status,
                event.map(YearMonth::from),
                event,
                "P180D",
                Optional.of(LocalDate.parse("2024-12-31")).filter(date -> status != OutcomeStatus.NOT_AVAILABLE),
                false);
    }
}
