package org.throughline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameTextTest {

    @ParameterizedTest
    @CsvSource({
        "Núñez,NUNEZ",
        "N\u0303un\u0303ez,NUNEZ",
        "O'Dell,ODELL",
        "O’Dell,ODELL",
        "St. Clair,STCLAIR",
        "Law-rence,LAWRENCE",
        "Łukasz,LUKASZ",
        "Straße,STRASSE",
        "Søren,SOREN",
        "'  Ana  Maria ',ANAMARIA"
    })
    void comparesNamesWithoutMarksAndPunctuation(String raw, String word) {
        assertThat(NameText.word(raw)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"JR,2", "Jr.,2", "II,2", "Sr,1", "III,3", "iv,4", "MD,''", "'',''"})
    void readsGenerations(String raw, String generation) {
        assertThat(NameSuffix.generation(raw)).isEqualTo(generation);
    }

    @ParameterizedTest
    @CsvSource({"BABY", "BABYBOY", "BABYGIRL2", "BABYA", "UNKNOWN", "ANON", "TEST", "ZZZ", "AA"})
    void knowsPlaceholders(String word) {
        assertThat(PlaceholderName.isFirst(word)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ANA", "JOHN", "BABYLON", "TESSA", "A"})
    void takesRealNamesForNames(String word) {
        assertThat(PlaceholderName.isFirst(word)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"JANE,DOE,true", "JOHN,DOE,true", "BABY,BOY,true", "MARK,DOE,false", "JANE,DOEHLER,false"})
    void knowsPlaceholderPairs(String first, String last, boolean placeholder) {
        assertThat(PlaceholderName.isPair(first, last)).isEqualTo(placeholder);
    }
}
