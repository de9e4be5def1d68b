package org.throughline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SocialSecurityTest {

    @Test
    void takesAPossibleNumber() {
        var ssn = SocialSecurity.of("219-09-7654", "1");

        assertThat(ssn.full()).isEqualTo("219097654");
        assertThat(ssn.lastFour()).isEqualTo("7654");
        assertThat(ssn.skip()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "1234567890",
                "000121234",
                "666121234",
                "912121234",
                "123001234",
                "123450000",
                "555555555",
                "123456789",
                "987654321",
                "234567890",
                "078051120",
                "219099999"
            })
    void refusesWhatCannotBeANumber(String raw) {
        var ssn = SocialSecurity.of(raw, "1");

        assertThat(ssn.full() + ssn.lastFour()).isEmpty();
        assertThat(ssn.skip()).contains(Skip.Reason.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "9", "99"})
    void takesNothingWhereTheQualitySaysSo(String quality) {
        assertThat(SocialSecurity.of("219097654", quality).skip()).contains(Skip.Reason.QUALITY_CODE);
        assertThat(SocialSecurity.of("219097654", quality).lastFour()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"219097654,2,7654", "xxxxx7654,1,7654", "xxx-xx-7654,2,7654", "7654,1,7654", "2190xxxxx,2,''", "x,2,''"
    })
    void takesTheLastFourOfAPartialNumber(String raw, String quality, String lastFour) {
        var ssn = SocialSecurity.of(raw, quality);

        assertThat(ssn.full()).isEmpty();
        assertThat(ssn.lastFour()).isEqualTo(lastFour);
        assertThat(ssn.skip()).contains(Skip.Reason.PARTIAL);
    }
}
