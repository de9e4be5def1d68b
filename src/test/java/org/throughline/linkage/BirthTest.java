package org.throughline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.linkage.TestClients.TODAY;
import static org.throughline.linkage.TestClients.client;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BirthTest {

    @ParameterizedTest
    @CsvSource({
        "1990-05-17,1,AGREES",
        "1990-05-16,1,CLOSE",
        "1980-05-17,1,CLOSE",
        "1919-05-17,1,DIFFERS",
        "1919-06-11,1,DIFFERS",
        "1990-07-28,1,DIFFERS",
        "1991-01-01,2,UNKNOWN",
        "1992-05-17,2,DIFFERS",
        "1990-05-17,2,UNKNOWN",
        "1990-01-01,1,UNKNOWN",
        "1990-05-17,8,UNKNOWN",
        "1900-01-01,1,UNKNOWN",
        "2190-05-17,1,UNKNOWN",
        "1908-05-17,1,UNKNOWN"
    })
    void comparesAsFarAsBothAreEvidence(String other, String quality, Agreement expected) {
        assertThat(compare(birth("1990-05-17", "1"), birth(other, quality))).isEqualTo(expected);
    }

    @Test
    void newYearsDayOnBothSidesIsWeak() {
        assertThat(compare(birth("1990-01-01", "1"), birth("1990-01-01", "1"))).isEqualTo(Agreement.CLOSE);
    }

    private static Agreement compare(Optional<Birth> a, Optional<Birth> b) {
        return a.isPresent() && b.isPresent() ? Birth.compare(a.get(), b.get()) : Agreement.UNKNOWN;
    }

    private static Optional<Birth> birth(String day, String quality) {
        return Identity.of(client("harborlight/1", "born=" + day + "; born_quality=" + quality), TODAY)
                .birth();
    }
}
