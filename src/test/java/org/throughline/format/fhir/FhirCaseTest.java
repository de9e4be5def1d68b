package org.throughline.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.format.ByteSource;
import org.throughline.format.FormatCase;
import org.throughline.format.RecordReader;

final class FhirCaseTest {

    static Stream<FormatCase> cases() {
        return FormatCase.in("/format/fhir/resources.yaml").stream();
    }

    private static RecordReader open(ByteSource input, FormatCase example) throws IOException {
        return new FhirFormat(example.text("kind"), example.texts("agreed")).open(input, "test.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsTheCaseSays(FormatCase example) throws IOException {
        example.check(FhirCaseTest::open);
    }

    @Test
    void namesEveryCaseOnce() {
        Set<Object> ids = new HashSet<>();
        assertThat(cases())
                .allSatisfy(example -> assertThat(ids.add(example.parts().get("id")))
                        .as(example.toString())
                        .isTrue());
    }

    @Test
    void seesAWrongExpectation() {
        Map<String, Object> records = Map.of(
                "id",
                "planted",
                "kind",
                "Patient",
                "input",
                "{\"resourceType\":\"Patient\",\"id\":\"1\"}",
                "records",
                List.of(List.of("2")));
        assertThatThrownBy(() -> new FormatCase("planted", records).check(FhirCaseTest::open))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a..b",
                "a[",
                "a[]",
                "a[x]",
                "a->b.c",
                "a->Patient",
                "a->Patient.b->Patient.c",
                "a |b",
                "a[b=c]d"
            })
    void refusesWhatIsNoPath(String path) {
        assertThatThrownBy(() -> FhirFormat.checkPath(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no path; a path is written as birthDate,");
    }
}
