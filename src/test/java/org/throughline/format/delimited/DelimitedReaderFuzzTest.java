package org.throughline.format.delimited;

import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;

/** Any bytes end in records and named problems; and an annotated copy of any file that can be read holds every byte of it. */
final class DelimitedReaderFuzzTest {
    private static final List<DelimitedFormat> FORMATS = List.of(
            new DelimitedFormat(Dialect.csv()),
            new DelimitedFormat(new Dialect(
                    ';', '"', List.of(Charset.forName("windows-1252")), Optional.of('#'), Optional.empty(), false)),
            new DelimitedFormat(new Dialect(
                    '|',
                    Dialect.NO_QUOTE,
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE),
                    Optional.empty(),
                    Optional.of(List.of("a", "b")),
                    false)));

    @FuzzTest
    void endsWithRecordsOrANamedProblem(byte[] input) throws IOException {
        DelimitedFormat format = FORMATS.get(input.length == 0 ? 0 : Math.floorMod(input[0], FORMATS.size()));
        ByteSource source = ByteSource.of(input);
        try (RecordReader reader = format.open(source, "fuzz.csv")) {
            int columns = reader.header().size();
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof SourceRecord record && record.cells().size() != columns) {
                    fail(
                            "A record has %d cells, the header has %d columns.",
                            record.cells().size(), columns);
                }
            }
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        format.annotate(source, number -> Optional.of(new Annotation("held", "p", "g")), copy);
        if (copy.size() < input.length) {
            fail("The annotated copy has %d bytes, the original has %d.", copy.size(), input.length);
        }
    }
}
