package org.throughline.format.xml;

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

final class XmlCaseTest {

    static Stream<FormatCase> cases() {
        return Stream.of("values.yaml", "faults.yaml").flatMap(file -> FormatCase.in("/format/xml/" + file).stream());
    }

    private static RecordReader open(ByteSource input, FormatCase example) throws IOException {
        return new XmlFormat(XmlRows.at(example.text("rows")), example.texts("agreed")).open(input, "test.xml");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsTheCaseSays(FormatCase example) throws IOException {
        example.check(XmlCaseTest::open);
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
        Map<String, Object> records =
                Map.of("id", "planted", "rows", "/a/b", "input", "<a><b>1</b></a>", "records", List.of(List.of("2")));
        Map<String, Object> problems = Map.of("id", "planted", "rows", "/a/b", "input", "<a><b>1</a>");
        assertThatThrownBy(() -> new FormatCase("planted", records).check(XmlCaseTest::open))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> new FormatCase("planted", problems).check(XmlCaseTest::open))
                .isInstanceOf(AssertionError.class);
    }
}
