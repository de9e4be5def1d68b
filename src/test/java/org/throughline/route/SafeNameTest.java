package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HL_FPS_20261005_01.csv.pgp",
                "participants (1).csv",
                "Teilnehmer Söhne-2026.csv",
                "a,b+c=d&e#f@g.csv",
                "x..csv",
                "hmis.zip"
            })
    void takesPlainNames(String name) {
        assertThat(SafeName.refusal(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        x/../../private/secret.csv | with a path separator
        ..\\evil                   | with a path separator
        .hidden                    | that starts with a dot
        ..                         | that starts with a dot
        a*.csv                     | with signs that are not allowed
        a?.csv                     | with signs that are not allowed
        a'b.csv                    | with signs that are not allowed
        a"b.csv                    | with signs that are not allowed
        ${sys.x}                   | with signs that are not allowed
        {{x}}.csv                  | with signs that are not allowed
        a;b.csv                    | with signs that are not allowed
        a%2fb.csv                  | with signs that are not allowed
        """, delimiter = '|')
    void refusesNamesThatReachElsewhere(String name, String reason) {
        assertThat(SafeName.refusal(name)).contains("a name of " + name.length() + " characters " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb.csv", "a\u0000.csv", "a\u007f.csv", "a\u0085.csv", "a\tb.csv"})
    void refusesControlCharacters(String name) {
        assertThat(SafeName.refusal(name).orElseThrow()).endsWith(" with a control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202ecsv.exe", "a\u200b.csv", "a\u2028b.csv", "a\u2215b.csv", "", "\ufeffa.csv"})
    void refusesSignsThatDeceive(String name) {
        assertThat(SafeName.refusal(name)).isPresent();
    }

    @Test
    void countsLengthInBytes() {
        assertThat(SafeName.refusal("a".repeat(200))).isEmpty();
        assertThat(SafeName.refusal("a".repeat(201)))
                .contains("a name of 201 characters that is longer than 200 bytes");
        assertThat(SafeName.refusal("ö".repeat(101)))
                .contains("a name of 101 characters that is longer than 200 bytes");
    }

    @Test
    void knowsFilesThatAreNotWhole() {
        assertThat(SafeName.temporary("a.csv.part")).isTrue();
        assertThat(SafeName.temporary("a.csv.FilePart")).isTrue();
        assertThat(SafeName.temporary("a.tmp")).isTrue();
        assertThat(SafeName.temporary("part.csv")).isFalse();
        assertThat(SafeName.doneFile("a.csv.done")).isTrue();
        assertThat(SafeName.doneFile("done.csv")).isFalse();
    }
}
