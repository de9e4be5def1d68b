package org.throughline.format.json;

import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.Outcome;
import org.throughline.testing.FuzzTurn;

final class JsonReaderFuzzTest {
    private static final List<JsonFormat> FORMATS = List.of(
            new JsonFormat(JsonRows.top(), false, Set.of("id", "tags[*]", "name.first")),
            new JsonFormat(JsonRows.at("data.items[*]"), false, Set.of("^.data.total")),
            new JsonFormat(JsonRows.at("clients[*].visits[*]"), false, Set.of("^.id", "^.^.page")),
            new JsonFormat(JsonRows.top(), true, Set.of()),
            new JsonFormat(JsonRows.at("visits[*]"), true, Set.of("^.id")));

    @FuzzTest
    void endsWithRecordsOrANamedProblem(byte[] input) throws IOException {
        for (JsonFormat format : FuzzTurn.of(input, FORMATS)) {
            Outcome outcome = Outcome.of(format.open(ByteSource.of(FuzzTurn.beginning(input)), "fuzz.json"));
            int columns = outcome.header().size();
            if (!outcome.records().stream().allMatch(record -> record.size() == columns)) {
                fail("A record has more or fewer cells than the header.");
            }
        }
    }
}
