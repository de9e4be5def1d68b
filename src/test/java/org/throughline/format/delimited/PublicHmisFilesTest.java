package org.throughline.format.delimited;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;
import org.throughline.testing.PublicData;

/** HMIS CSV exports that others made awkward on purpose. */
final class PublicHmisFilesTest {
    private static final Dialect HMIS = new Dialect(
            ',', '"', List.of(UTF_8, Charset.forName("windows-1252")), Optional.empty(), Optional.empty(), false);

    private static Outcome read(String file) throws IOException {
        return Outcome.of(ByteSource.of(PublicData.at("hmis/importer_edge_fy2026/" + file)), HMIS);
    }

    private static List<String> faults(Outcome outcome) {
        return outcome.found().stream()
                .map(problem -> problem.code() + " " + problem.place().line())
                .toList();
    }

    @Test
    void rejectsTheRowsOfLoaderErrors() throws IOException {
        Outcome client = read("loader_errors/source/Client.csv");
        assertThat(client.records()).hasSize(131);
        assertThat(faults(client)).containsExactly("FIELD_COUNT 7", "FIELD_COUNT 34", "FIELD_COUNT 61");
        assertThat(faults(read("loader_errors/source/Event.csv"))).containsExactly("FIELD_COUNT 3");
    }

    @Test
    void readsByteOrderMarksBeforeQuotedHeaders() throws IOException {
        Outcome outcome = read("bom_test/source/Assessment.csv");
        assertThat(outcome.header()).startsWith("AssessmentID");
        assertThat(outcome.records()).hasSize(2);
    }

    @Test
    void readsMixedLineEnds() throws IOException {
        Outcome outcome = read("bad_ending/source/Export.csv");
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.records())
                .singleElement()
                .satisfies(record -> assertThat(record).last().isEqualTo(" Boston DND Warehouse"));
    }

    @Test
    void readsDoubledQuotes() throws IOException {
        Outcome outcome = read("bad_data/source/Client.csv");
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.records()).hasSize(134);
        assertThat(outcome.records()).anySatisfy(record -> assertThat(record).contains("\"\"Last1\"\""));
    }

    @Test
    void readsAndReturnsEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(PublicData.at("hmis"))) {
            List<Path> exports = files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> file.toString().contains("source"))
                    .toList();
            assertThat(exports).hasSizeGreaterThan(100);
            for (Path file : exports) {
                assertThat(returned(file)).as(file.toString()).isEqualTo(Files.readAllBytes(file));
            }
        }
    }

    private static byte[] returned(Path file) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        Annotation mark = new Annotation(AddedColumns.MARK, "", "");
        AnnotatedCopy.write(ByteSource.of(file), HMIS, record -> Optional.of(mark), copy);
        return AddedColumns.removed(copy.toByteArray(), HMIS);
    }
}
