package org.throughline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JaroWinklerTest {

    @ParameterizedTest
    @CsvSource({"MARTHA,MARHTA,0.9611", "DIXON,DICKSONX,0.8133", "DWAYNE,DUANE,0.8400", "ANA,XYZ,0"})
    void agreesWithPublishedExamples(String a, String b, double expected) {
        assertThat(JaroWinkler.similarity(a, b)).isCloseTo(expected, within(0.0001));
    }

    @Test
    void agreesWithAnotherImplementation() {
        var random = new Random(20261006);
        var oracle = new JaroWinklerSimilarity();
        for (int i = 0; i < 20_000; i++) {
            var a = word(random);
            var b = word(random);
            double plain = JaroWinkler.similarity(a, b);
            double other = oracle.apply(a, b);
            // The other one adds weight for a common prefix only from 0.7 on.
            if (other >= 0.7) {
                assertThat(plain).as(a + " " + b).isCloseTo(other, within(1e-9));
            } else {
                assertThat(plain)
                        .as(a + " " + b)
                        .isGreaterThanOrEqualTo(other - 1e-9)
                        .isLessThan(0.83);
            }
        }
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        int length = 1 + random.nextInt(9);
        for (int i = 0; i < length; i++) {
            word.append((char) ('A' + random.nextInt(4)));
        }
        return word.toString();
    }
}
