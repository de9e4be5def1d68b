package org.throughline.format.fixedwidth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.format.ByteSource;

final class FixedWidthWriterTest {
    private static final FixedLayout LAYOUT =
            FixedWidthCase.layout(List.of("name 1 6", "amount 9 5 2 overpunch", "flag 14 1"));

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static byte[] written(FixedLayout layout, Charset charset, List<List<String>> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FixedWidthWriter writer = FixedWidthWriter.open(out, charset, layout)) {
            for (List<String> record : records) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    private static String written(String... cells) throws IOException {
        return new String(written(LAYOUT, UTF_8, List.of(List.of(cells))), UTF_8);
    }

    @Test
    void fillsTextWithBlanksAndNumbersWithZeros() throws IOException {
        assertThat(written("Zoë", "-1.23", "Y")).isEqualTo("Zoë     0012LY\r\n");
        assertThat(written("", "", "")).isEqualTo(" ".repeat(14) + "\r\n");
    }

    @Test
    void cutsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written("seven77", "1", "Y"))
                .withMessage(
                        "A cell of 7 characters cannot stand in the field name of 6: it is too long, ends in a blank"
                                + " or holds a control character.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written("x", "1000.00", "Y"))
                .withMessage("A number of 6 digits does not fit into a field of 5 characters with the sign overpunch.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written("x", "1.234", "Y"))
                .withMessage("A value of 5 characters is no number with 2 decimals.");
        assertThatIllegalArgumentException().isThrownBy(() -> written("a\nb", "1", "Y"));
        assertThatIllegalArgumentException().isThrownBy(() -> written("x"));
    }

    @Test
    void writesNoQuestionMarks() {
        assertThatThrownBy(() -> written(LAYOUT, ISO_8859_1, List.of(List.of("Łuk", "1", "Y"))))
                .isInstanceOf(CharacterCodingException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWasWritten(long seed) throws IOException {
        Random random = new Random(seed);
        FixedLayout layout = layout(random);
        List<List<String>> records = new ArrayList<>();
        for (int count = 1 + random.nextInt(20); count > 0; count--) {
            records.add(
                    layout.fields().stream().map(field -> cell(random, field)).toList());
        }
        records.removeIf(record -> record.stream().allMatch(String::isEmpty));
        Outcome outcome = Outcome.of(ByteSource.of(written(layout, UTF_8, records)), FixedWidthDialect.lines(), layout);
        assertThat(outcome.records()).isEqualTo(records);
        if (!records.isEmpty()) {
            assertThat(outcome.problems()).isEmpty();
        }
    }

    private static FixedLayout layout(Random random) {
        List<FixedField> fields = new ArrayList<>();
        int start = 1;
        for (int index = 1 + random.nextInt(8); index > 0; index--) {
            start += random.nextInt(3);
            int length = 3 + random.nextInt(10);
            Sign sign = Sign.values()[random.nextInt(Sign.values().length)];
            FixedNumber number = new FixedNumber(random.nextInt(length), sign);
            String name = "f" + index;
            fields.add(
                    random.nextBoolean()
                            ? FixedField.number(name, start, length, number)
                            : FixedField.text(name, start, length));
            start += length;
        }
        return new FixedLayout(fields);
    }

    private static String cell(Random random, FixedField field) {
        if (random.nextInt(6) == 0) {
            return "";
        }
        return field.number().map(number -> number(random, field, number)).orElseGet(() -> text(random, field));
    }

    private static String number(Random random, FixedField field, FixedNumber number) {
        boolean separate = number.sign() == Sign.LEADING || number.sign() == Sign.TRAILING;
        int digits = separate ? field.length() - 1 : field.length();
        BigInteger value = new BigInteger(BigInteger.TEN.pow(digits).bitLength() - 1, random);
        boolean negative = number.sign() != Sign.NONE && random.nextBoolean();
        return new BigDecimal(negative ? value.negate() : value, number.decimals()).toPlainString();
    }

    private static String text(Random random, FixedField field) {
        StringBuilder text = new StringBuilder();
        for (int index = random.nextInt(field.length() + 1); index > 0; index--) {
            text.append("aZ é\"',;=+0-".charAt(random.nextInt(12)));
        }
        return text.toString().stripTrailing();
    }
}
