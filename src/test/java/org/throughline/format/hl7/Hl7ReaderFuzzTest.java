package org.throughline.format.hl7;

import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.BrokenInput;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.testing.FuzzTurn;

final class Hl7ReaderFuzzTest {
    private static final Hl7Setting SETTING = new Hl7Setting(
            List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, Charset.forName("windows-1252")), 20_000);
    private static final Hl7Kinds KINDS =
            new Hl7Kinds(SETTING, Map.of("ADT", Set.of("ADT^A01"), "MERGE", Set.of("ADT^A40")));

    private static final Hl7Format SINGLE =
            Messages.format(SETTING, Optional.empty(), "PID-3[MR|*].1", "PID-5.2.3", "OBX[X]-5", "MSH-2");
    private static final Hl7Format BY_PATIENT = Messages.format(SETTING, Optional.of("PID"), "PID-3(2)", "MRG-1");

    @FuzzTest
    void endsWithRecordsOrANamedProblem(byte[] input) throws IOException {
        ByteSource source = ByteSource.of(FuzzTurn.beginning(input));
        for (Way way : FuzzTurn.of(input, List.of(Way.values()))) {
            switch (way) {
                case WHOLE -> whole(source);
                case MESSAGES -> messages(source);
                case ROWS -> rows(source);
            }
        }
    }

    private enum Way {
        WHOLE,
        MESSAGES,
        ROWS
    }

    private static void whole(ByteSource source) throws IOException {
        for (Map.Entry<String, Long> kind : KINDS.survey(source).records().entrySet()) {
            try (RecordReader whole = KINDS.whole(source, kind.getKey())) {
                same(kind.getKey(), kind.getValue(), count(whole));
            }
        }
    }

    private static void messages(ByteSource source) throws IOException {
        Map<String, Long> counted = KINDS.survey(source).records();
        try (RecordReader messages = SINGLE.open(source, "ADT")) {
            same("messages", counted.getOrDefault("ADT", 0L) + counted.getOrDefault("MERGE", 0L), count(messages));
        }
    }

    private static void rows(ByteSource source) throws IOException {
        try (RecordReader rows = BY_PATIENT.open(source, "MERGE")) {
            count(rows);
        }
    }

    private static void same(String what, long expected, long found) {
        if (found != expected) {
            fail("%s: %d expected, %d found.", what, expected, found);
        }
    }

    private static long count(RecordReader reader) throws IOException {
        long count = 0;
        int columns = reader.header().size();
        for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
            if (next.get() instanceof SourceRecord record) {
                same("cells", columns, record.cells().size());
            }
            count += next.get() instanceof BrokenInput ? 0 : 1;
        }
        return count;
    }
}
