package org.throughline.format.delimited;

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

final class DelimitedCaseTest {

    static Stream<DelimitedCase> cases() {
        return Stream.of("fields.yaml", "quotes.yaml", "lines.yaml", "faults.yaml", "headers.yaml", "dialects.yaml")
                .flatMap(file -> DelimitedCase.in(file).stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsTheCaseSays(DelimitedCase example) throws IOException {
        example.check();
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
        Map<String, Object> records = Map.of("id", "planted", "input", "a␊1␊", "records", List.of(List.of("2")));
        Map<String, Object> problems = Map.of("id", "planted", "input", "a␊1,2␊");
        assertThatThrownBy(() -> new DelimitedCase("planted", records).check()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> new DelimitedCase("planted", problems).check()).isInstanceOf(AssertionError.class);
    }
}
