package org.throughline.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.Outcome;

final class JsonReaderFuzzTest {
    private static final List<JsonFormat> FORMATS = List.of(
            new JsonFormat(JsonRows.top(), false, Set.of("id", "tags[*]", "name.first")),
            new JsonFormat(JsonRows.at("data.items[*]"), false, Set.of("^.data.total")),
            new JsonFormat(JsonRows.at("clients[*].visits[*]"), false, Set.of("^.id", "^.^.page")),
            new JsonFormat(JsonRows.top(), true, Set.of()),
            new JsonFormat(JsonRows.at("visits[*]"), true, Set.of("^.id")));

    @FuzzTest
    void endsWithRecordsOrANamedProblem(byte[] input) throws IOException {
        for (JsonFormat format : FORMATS) {
            Outcome outcome = Outcome.of(format.open(ByteSource.of(input), "fuzz.json"));
            assertThat(outcome.records())
                    .allMatch(record -> record.size() == outcome.header().size());
        }
    }
}
