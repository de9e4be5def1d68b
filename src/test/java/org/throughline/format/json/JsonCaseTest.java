package org.throughline.format.json;

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
import org.throughline.format.ByteSource;
import org.throughline.format.FormatCase;
import org.throughline.format.RecordReader;

final class JsonCaseTest {

    static Stream<FormatCase> cases() {
        return Stream.of("values.yaml", "rows.yaml", "lines.yaml", "faults.yaml")
                .flatMap(file -> FormatCase.in("/format/json/" + file).stream());
    }

    private static RecordReader open(ByteSource input, FormatCase example) throws IOException {
        String rows = example.text("rows");
        JsonFormat format = new JsonFormat(
                rows.isEmpty() ? JsonRows.top() : JsonRows.at(rows),
                example.text("lines").equals("true"),
                example.texts("agreed"));
        return format.open(input, "test.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsTheCaseSays(FormatCase example) throws IOException {
        example.check(JsonCaseTest::open);
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
        Map<String, Object> records = Map.of("id", "planted", "input", "[{\"a\":1}]", "records", List.of(List.of("2")));
        Map<String, Object> problems = Map.of("id", "planted", "input", "[{\"a\":1,\"a\":2}]");
        assertThatThrownBy(() -> new FormatCase("planted", records).check(JsonCaseTest::open))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> new FormatCase("planted", problems).check(JsonCaseTest::open))
                .isInstanceOf(AssertionError.class);
    }
}
