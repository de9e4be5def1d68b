package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    void writesObjectsWhereTheAgreementAsksForThem() {
        byte[] written = new OutcomeFileWriter(OutcomeFormat.JSON)
                .write(List.of(row("=1+1", OutcomeStatus.NUM), row("A2", OutcomeStatus.NOT_AVAILABLE)));

        assertThat(new String(written, StandardCharsets.UTF_8))
                .startsWith(
                        "[\n{\"client_id\":\"=1+1\",\"measure\":\"cw.m\",\"measure_version\":\"1\",\"status\":\"NUM\",")
                .contains("\"client_id\":\"A2\"", "\"event_month\":null")
                .endsWith("\"changed\":\"false\"}\n]\n");
    }

    @Test
    void writesLinesOfFixedWidthWhereTheAgreementAsksForThem() {
        byte[] written = new OutcomeFileWriter(OutcomeFormat.FIXED_WIDTH)
                .write(List.of(row("A1", OutcomeStatus.NUM), row("Ørsted-7", OutcomeStatus.NOT_AVAILABLE)));

        assertThat(new String(written, StandardCharsets.UTF_8).split("\r\n"))
                .containsExactly(
                        fixed("A1", "NUM", "2024-03", "2024-03-05", "2024-12-31"),
                        fixed("Ørsted-7", "NOT_AVAILABLE", "", "", ""));
    }

    @Test
    void writesAWorkbookOfTextsWhereTheAgreementAsksForIt() throws IOException {
        byte[] written = new OutcomeFileWriter(OutcomeFormat.XLSX)
                .write(List.of(row("=1+1", OutcomeStatus.NUM), row("0012", OutcomeStatus.NOT_AVAILABLE)));

        assertThat(OutcomeWorkbook.rows(written))
                .containsExactly(
                        OutcomeFileWriter.COLUMNS,
                        List.of("=1+1", "cw.m", "1", "NUM", "2024-03", "2024-03-05", "P180D", "2024-12-31", "false"),
                        List.of("0012", "cw.m", "1", "NOT_AVAILABLE", "", "", "P180D", "", "false"));
    }

    @Test
    void hasNoRoomForAnEndlessIdInAWorkbook() {
        OutcomeFileWriter writer = new OutcomeFileWriter(OutcomeFormat.XLSX);

        assertThat(writer.fits(List.of(row("x".repeat(32_767), OutcomeStatus.OPEN))))
                .isTrue();
        assertThat(writer.fits(List.of(row("x".repeat(32_768), OutcomeStatus.OPEN))))
                .isFalse();
    }

    private static String fixed(String client, String status, String... days) {
        return "%-64s%-40s%-4s%-13s%-7s%-10s%-8s%-10s%-5s"
                .formatted(client, "cw.m", "1", status, days[0], days[1], "P180D", days[2], "false");
    }

    @Test
    void hasNoRoomForALongIdInFixedWidth() {
        List<OutcomeRow> rows = List.of(row("x".repeat(65), OutcomeStatus.OPEN));

        assertThat(new OutcomeFileWriter(OutcomeFormat.FIXED_WIDTH).fits(rows)).isFalse();
        assertThat(new OutcomeFileWriter(OutcomeFormat.FIXED_WIDTH).fits(List.of(row("a\tb", OutcomeStatus.OPEN))))
                .isFalse();
        assertThat(new OutcomeFileWriter(OutcomeFormat.JSON).fits(rows)).isTrue();
        assertThat(new OutcomeFileWriter().fits(rows)).isTrue();
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
