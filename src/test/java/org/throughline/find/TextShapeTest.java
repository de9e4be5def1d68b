package org.throughline.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.intake.RecordId;

final class TextShapeTest {
    @Test
    void takesANumberAsAllThatANumberCanBe() {
        TextShape shape = TextShape.of("20261006");

        assertThat(shape.number()).contains(20261006L);
        assertThat(shape.hash()).contains("20261006");
        assertThat(shape.words()).isEqualTo("8 characters, 8 digits");
        assertThat(shape.lookedUpAs())
                .containsExactly(
                        "the number of a submission",
                        "a joint client id",
                        "the beginning of a SHA-256",
                        "the beginning of a file's name",
                        "a record key",
                        "a sender's client number");
    }

    @Test
    void takesEightHexadecimalDigitsAsAHash() {
        assertThat(TextShape.of("ABCDEF01").hash()).contains("abcdef01");
        assertThat(TextShape.of("abcdef0").hash()).isEmpty();
        assertThat(TextShape.of("a".repeat(64)).hash()).isPresent();
        assertThat(TextShape.of("a".repeat(65)).hash()).isEmpty();
    }

    @Test
    void takesARowByItsName() {
        assertThat(TextShape.of("12:Client.csv:7").row()).contains(new RecordId(12, "Client.csv", 7));
        assertThat(TextShape.of("12:Client.csv").row()).isEmpty();
        assertThat(TextShape.of("1".repeat(19)).number()).isEmpty();
    }

    @Test
    void namesNoText() {
        Sought sought = new Sought(" Maple-7 ", Optional.empty(), Optional.empty(), 20);

        assertThat(sought.text()).isEqualTo("Maple-7");
        assertThat(sought).hasToString("Sought[7 characters, 1 digit]");
    }
}
