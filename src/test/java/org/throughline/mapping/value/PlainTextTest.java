package org.throughline.mapping.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What reads and cleans cells by hand does as the regular expressions that define it, on random texts. */
class PlainTextTest {

    private static final String NUMBERS = "0123456789+-..  ,e\u0661x";
    private static final String LETTERS = "Oo'\t \u00A0\u000B\n1-9xX\u00E9e\u0301\u2003S";
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private static String any(Random random, String letters, int most) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most); length > 0; length--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void readsNumbers() {
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            String text = i % 4 == 0 ? any(random, "0123456789.", 24) : any(random, NUMBERS, 6);
            boolean whole = text.matches("[+-]?\\d{1,18}");
            boolean decimal = text.matches("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})");
            read += decimal ? 1 : 0;
            assertThat(Cells.whole().value(text, ANY_DAY)).as(text).isEqualTo(whole ? Long.valueOf(text) : null);
            assertThat(Cells.number().value(text, ANY_DAY)).as(text).isEqualTo(decimal ? new BigDecimal(text) : null);
        }
        assertThat(read).isGreaterThan(10_000);
    }

    @Test
    void cleans() {
        Random random = new Random(12);
        for (int i = 0; i < 50_000; i++) {
            String text = any(random, LETTERS, 8);
            assertThat(Clean.COLLAPSE.apply(text)).isEqualTo(Clean.TRIM.apply(text.replaceAll("[\\s\\u00A0]+", " ")));
            assertThat(Clean.DIGITS.apply(text)).isEqualTo(text.replaceAll("[^0-9]", ""));
            assertThat(Clean.SSN.apply(text))
                    .isEqualTo(text.replaceAll("[^0-9xX]", "").toLowerCase(Locale.ROOT));
            assertThat(Clean.NFC.apply(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
            String number = any(random, "0123456789- ", 16);
            assertThat(Clean.PHONE_US.apply(number))
                    .isEqualTo(number.replaceAll("[^0-9]", "").replaceFirst("^1(\\d{10})$", "$1"));
        }
    }

    @Test
    void writesDays() {
        Random random = new Random(13);
        for (int i = 0; i < 20_000; i++) {
            LocalDate day = LocalDate.of(
                            i % 10 == 0 ? random.nextInt(20_000) - 5_000 : 1_000 + random.nextInt(9_000), 1, 1)
                    .plusDays(random.nextInt(365));
            assertThat(Written.text(day)).isEqualTo(day.toString());
        }
    }
}
