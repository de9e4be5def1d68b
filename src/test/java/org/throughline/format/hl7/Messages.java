package org.throughline.format.hl7;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;

/** Synthetic messages and short ways to read them. */
final class Messages {
    static final String HEADER = "MSH|^~\\&|HIS|EXAMPLE|HUB|EXAMPLE|20260105||ADT^A01|1|P|2.5.1\r";

    private Messages() {}

    static Hl7Format format(String... columns) {
        return format(Hl7Setting.usual(), Optional.empty(), columns);
    }

    static Hl7Format format(Hl7Setting setting, Optional<String> each, String... columns) {
        Map<String, List<FieldAddress>> addresses = new LinkedHashMap<>();
        for (String column : columns) {
            addresses.put(column, FieldAddress.anyOf(column));
        }
        return new Hl7Format(setting, Set.of("ADT^A01", "ADT^A40"), addresses, each);
    }

    /** The cells of every message, or what is wrong with it as code, line and fact. */
    static List<String> read(Hl7Format format, byte[] bytes) throws IOException {
        try (RecordReader reader = format.open(ByteSource.of(bytes), "ADT")) {
            return all(reader, format.columns().size());
        }
    }

    static List<String> read(Hl7Format format, String text) throws IOException {
        return read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> all(RecordReader reader) throws IOException {
        return all(reader, Integer.MAX_VALUE);
    }

    private static List<String> all(RecordReader reader, int columns) throws IOException {
        List<String> readings = new ArrayList<>();
        for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
            if (next.get() instanceof SourceRecord record) {
                readings.add(record.cells().stream().limit(columns).collect(Collectors.joining("; ")));
            } else if (next.get() instanceof BrokenRecord broken) {
                readings.add(broken.problem().code() + " " + broken.place().record() + " line "
                        + broken.problem().place().line());
            } else if (next.get() instanceof BrokenInput broken) {
                readings.add(broken.problem().code());
            }
        }
        return readings;
    }
}
