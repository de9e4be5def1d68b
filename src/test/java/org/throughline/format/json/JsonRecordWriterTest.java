package org.throughline.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonRecordWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesAnArrayOfObjects() throws IOException {
        try (JsonRecordWriter writer = JsonRecordWriter.array(out, List.of("id", "say \"x\""))) {
            writer.write(List.of("007", ""));
            writer.write(List.of("a\\b\n", "é"));
        }
        assertThat(out.toString(UTF_8)).isEqualTo("""
            [
            {"id":"007","say \\"x\\"":null},
            {"id":"a\\\\b\\u000a","say \\"x\\"":"é"}
            ]
            """);
    }

    @Test
    void writesOneObjectALine() throws IOException {
        try (JsonRecordWriter writer = JsonRecordWriter.lines(out, List.of("id"))) {
            writer.write(List.of("1"));
            writer.write(List.of("2"));
        }
        assertThat(out.toString(UTF_8)).isEqualTo("{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
    }

    @Test
    void writesAnEmptyArrayWhereThereIsNoRecord() throws IOException {
        JsonRecordWriter.array(out, List.of("id")).close();
        assertThat(out.toString(UTF_8)).isEqualTo("[]\n");
    }

    @Test
    void refusesARecordOfAnotherWidth() throws IOException {
        try (JsonRecordWriter writer = JsonRecordWriter.lines(out, List.of("id"))) {
            assertThatThrownBy(() -> writer.write(List.of("1", "2")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The record has 2 cells, the header has 1.");
        }
    }
}
