package org.throughline.format.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.format.ByteSource;
import org.throughline.format.KindSurvey;
import org.throughline.format.Outcome;
import org.throughline.format.Repeated;
import org.throughline.problem.Problem;

final class FhirKindsTest {
    private static final String MIXED = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":9,"
            + "\"link\":[{\"relation\":\"next\",\"url\":\"x\"}],\"entry\":["
            + "{\"resource\":{\"resourceType\":\"Patient\"}},{\"request\":{\"method\":\"DELETE\"}},7,"
            + "{\"resource\":{\"type\":\"none\"}},{\"resource\":{\"resourceType\":\"Patient\"}}]}";

    private static ByteSource bytes(String text) {
        return ByteSource.of(text.getBytes(UTF_8));
    }

    @Test
    void countsWhatStandsInABundle() throws IOException {
        KindSurvey survey = new FhirKinds().survey(bytes(MIXED));
        assertThat(survey.records()).isEqualTo(Map.of("Patient", 2L, "entry", 1L, "unreadable", 2L));
        assertThat(survey.problems())
                .extracting(Problem::fact)
                .containsExactly(
                        "The bundle gives a total of 9 and has 5 entries.",
                        "The bundle has a link to a next page, which is not in this file.");
    }

    @Test
    void givesTheWholeTextOfWhatNobodyTakes() throws IOException {
        Outcome entries = Outcome.of(new FhirKinds().whole(bytes(MIXED), "entry"));
        assertThat(entries.records()).containsExactly(List.of("{\"request\":{\"method\":\"DELETE\"}}"));
        Outcome unreadable = Outcome.of(new FhirKinds().whole(bytes(MIXED), "unreadable"));
        assertThat(unreadable.records()).containsExactly(List.of("7"), List.of("{\"type\":\"none\"}"));
    }

    @Test
    void losesNoBrokenLine() throws IOException {
        String lines = "{\"resourceType\":\"Patient\"}\nSmith\n{\"resourceType\":\"Patient\"}\n";
        assertThat(new FhirKinds().survey(bytes(lines)).records()).isEqualTo(Map.of("Patient", 2L, "unreadable", 1L));
        Outcome broken = Outcome.of(new FhirKinds().whole(bytes(lines), "unreadable"));
        assertThat(broken.found()).extracting(Problem::code).containsExactly("NOT_WELL_FORMED");
        assertThat(broken.found().get(0).toString()).doesNotContain("Smith");
    }

    @Test
    void refusesHostileInputAtOnce() throws IOException {
        FhirFormat format = new FhirFormat("Patient", Set.of("id"));
        String start = "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":";
        List<ByteSource> hostile = List.of(
                () -> new Repeated().then(start, 1).then("[", 100_000),
                () -> new Repeated().then(start + "\"", 1).then("x".repeat(1000), 100_000),
                () -> new Repeated().then(start + "[1", 1).then(",1", 20_000_000));
        for (ByteSource input : hostile) {
            assertThat(Outcome.of(format.open(input, "test.json")).found())
                    .extracting(Problem::code)
                    .hasSize(1)
                    .allMatch(Set.of("TOO_DEEP", "FIELD_TOO_LONG")::contains);
            assertThat(new FhirKinds().survey(input).problems()).hasSize(1);
        }
    }
}
