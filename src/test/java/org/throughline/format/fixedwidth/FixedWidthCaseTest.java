package org.throughline.format.fixedwidth;

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

final class FixedWidthCaseTest {

    static Stream<FixedWidthCase> cases() {
        return Stream.of("fields.yaml", "lines.yaml", "numbers.yaml", "faults.yaml")
                .flatMap(file -> FixedWidthCase.in(file).stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsTheCaseSays(FixedWidthCase example) throws IOException {
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
        List<String> layout = List.of("a 1 1");
        Map<String, Object> records =
                Map.of("id", "planted", "layout", layout, "input", "1␊", "records", List.of(List.of("2")));
        Map<String, Object> problems = Map.of("id", "planted", "layout", layout, "input", "12␊");
        assertThatThrownBy(() -> new FixedWidthCase("planted", records).check()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> new FixedWidthCase("planted", problems).check())
                .isInstanceOf(AssertionError.class);
    }
}
