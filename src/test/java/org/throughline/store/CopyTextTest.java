package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows as COPY reads them. */
final class CopyTextTest {

    @Test
    void writesPlainCellsAsTheyStand() {
        CopyText text = new CopyText();
        text.cell("Ana").cell((Object) null).cell("").cell(7L).cell(true).cell(LocalDate.parse("2026-02-03"));

        assertThat(row(text)).isEqualTo("Ana\t\\N\t\t7\ttrue\t2026-02-03\n");
    }

    @Test
    void escapesWhatWouldEndACellOrARow() {
        CopyText text = new CopyText();
        text.cell("a\tb").cell("c\nd\r").cell("e\\f").cell("\\N").cell("g\0h");

        assertThat(row(text)).isEqualTo("a\\tb\tc\\nd\\r\te\\\\f\t\\\\N\tg\ufffdh\n");
    }

    @Test
    void keepsLettersOfEveryAlphabet() {
        CopyText text = new CopyText();
        text.cell("Núñez").cell("李").cell("\ud83d\ude00 x").cell("a\u007fb");

        assertThat(row(text)).isEqualTo("Núñez\t李\t\ud83d\ude00 x\ta\u007fb\n");
    }

    @Test
    void quotesTheCellsOfAnArray() {
        CopyText text = new CopyText();
        text.cell(List.of("a", "", "b,c", "d\"e", "f\\g", "h\ti", "ö")).cell(List.<String>of());

        assertThat(row(text)).isEqualTo("{\"a\",\"\",\"b,c\",\"d\\\\\"e\",\"f\\\\\\\\g\",\"h\\ti\",\"ö\"}\t{}\n");
    }

    @Test
    void beginsAnewAfterARow() {
        CopyText text = new CopyText();
        text.cell("x".repeat(2_000)).taken();
        text.cell("y");

        assertThat(row(text)).isEqualTo("y\n");
    }

    private static String row(CopyText text) {
        return new String(text.taken(), StandardCharsets.UTF_8);
    }
}
