package org.throughline.mapping.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

    private static final LocalDate ANY = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            quoteCharacter = '"',
            value = {
                "7,7",
                "+7,7",
                "-007,-7",
                "7.0,null",
                "\"1,000\",null",
                "' ',null",
                "9999999999999999999,null",
                "٣,null"
            })
    void readsWholeNumbers(String text, Long number) {
        assertThat(Cells.whole().value(text, ANY)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            quoteCharacter = '"',
            value = {"7,7", "1.50,1.50", "-.5,-0.5", "3.,3", "\"1,000\",null", "$3,null", "1e9,null", ".,null"})
    void readsNumbers(String text, BigDecimal number) {
        assertThat(Cells.number().value(text, ANY)).isEqualTo(number);
    }

    @Test
    void readsYesAndNoByTheirWords() {
        Cell cell = Cells.truth(List.of("Y", "1"), List.of("N"));

        assertThat(cell.value("Y", ANY)).isEqualTo(true);
        assertThat(cell.value("N", ANY)).isEqualTo(false);
        assertThat(cell.value("y", ANY)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "trim,\"  a  b \",\"a  b\"",
                "trim,\"\u00a0a\t\",a",
                "collapse,\"  a \t b \",\"a b\"",
                "upper,straße,STRASSE",
                "lower,ÀB,àb",
                "name,\"  o'neil  jr \",O'NEIL JR",
                "name,\"Jose\u0301\",JOSÉ",
                "digits,(401) 555-0142,4015550142",
                "phone_us,+1 401 555 0142,4015550142",
                "phone_us,555-0142,5550142",
                "phone_us,1-555,1555",
                "ssn,Xx-x-XX-1234,xxxxx1234",
                "ssn,123 45 6789,123456789",
                "nfc,\"e\u0301\",é",
            })
    void cleans(String word, String text, String cleaned) {
        assertThat(Clean.of(word).orElseThrow().apply(text)).isEqualTo(cleaned);
    }

    @Test
    void describesTheShapeOfACell() {
        assertThat(Shape.of("123-45-678")).isEqualTo("10 characters, 8 digits");
        assertThat(Shape.of("x")).isEqualTo("1 character");
        assertThat(Shape.of("7")).isEqualTo("1 character, 1 digit");
        assertThat(Shape.of("👪")).isEqualTo("1 character");
    }

    @Test
    void writesEqualValuesAlike() {
        assertThat(Written.text(new BigDecimal("2.50"))).isEqualTo("2.5");
        assertThat(Written.text(new BigDecimal("0.00"))).isEqualTo("0");
        assertThat(Written.text(new BigDecimal("100"))).isEqualTo("100");
        assertThat(Written.text(LocalDateTime.of(2026, 1, 2, 3, 4))).isEqualTo("2026-01-02 03:04:00");
        assertThat(Written.text(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
    }
}
