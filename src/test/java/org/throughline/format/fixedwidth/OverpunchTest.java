package org.throughline.format.fixedwidth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OverpunchTest {
    private static final FixedNumber LAST = new FixedNumber(2, Sign.OVERPUNCH);
    private static final FixedNumber FIRST = new FixedNumber(2, Sign.OVERPUNCH_LEADING);

    @ParameterizedTest
    @CsvSource({
        "{, 0, +", "A, 1, +", "B, 2, +", "C, 3, +", "D, 4, +", "E, 5, +", "F, 6, +", "G, 7, +", "H, 8, +", "I, 9, +",
        "}, 0, -", "J, 1, -", "K, 2, -", "L, 3, -", "M, 4, -", "N, 5, -", "O, 6, -", "P, 7, -", "Q, 8, -", "R, 9, -"
    })
    void readsAndWritesEveryDigitOfBothZones(char punched, char digit, char sign) {
        String minus = sign == '-' ? "-" : "";
        assertThat(LAST.read("0012" + punched)).contains(minus + "1.2" + digit);
        assertThat(FIRST.read(punched + "0123")).contains(minus + (digit == '0' ? "1.23" : digit + "01.23"));
        assertThat(LAST.written(minus + "1.2" + digit, 5)).isEqualTo("0012" + punched);
        assertThat(FIRST.written(minus + digit + "01.23", 5)).isEqualTo(punched + "0123");
    }

    @ParameterizedTest
    @CsvSource({"0012K3", "K00123", "0012k", "001-K", "0.0.K", "00S", "KK", "+K"})
    void takesNoOtherTextForANumber(String text) {
        assertThat(LAST.read(text)).isEmpty();
    }

    @Test
    void takesADigitWithoutAZoneForPlus() {
        assertThat(LAST.read("00123")).contains("1.23");
        assertThat(FIRST.read("00123")).contains("1.23");
    }

    @Test
    void writesNoZeroWithMinus() {
        assertThat(LAST.read("0000}")).contains("0.00");
        assertThat(LAST.written("0.00", 5)).isEqualTo("0000{");
    }
}
