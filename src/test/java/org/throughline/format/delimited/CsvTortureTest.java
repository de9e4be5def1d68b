package org.throughline.format.delimited;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;
import org.throughline.problem.Problem;
import org.throughline.testing.PublicData;
import tools.jackson.databind.json.JsonMapper;

/** Other parsers' awkward files, with the answers that stand beside some of them. */
final class CsvTortureTest {
    private static final Path REPORT = Path.of("target", "csv-torture.txt");
    private static final List<String> HEADER = List.of("foo", "bar", "baz");

    private static List<Path> files(String folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(PublicData.at("csv_torture/" + folder))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static List<?> answer(Path json) {
        Object answer = JsonMapper.shared().readValue(json, Object.class);
        return answer instanceof List<?> list ? list : List.of(answer);
    }

    private static String base(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    /** The records as the answer has them: objects by column where the answer has objects. */
    private static List<?> shaped(Outcome outcome, List<?> answer) {
        if (answer.stream().anyMatch(Map.class::isInstance)) {
            return outcome.records().stream()
                    .map(record -> named(outcome.header(), record))
                    .toList();
        }
        return Stream.concat(Stream.of(outcome.header()), outcome.records().stream())
                .toList();
    }

    private static Map<String, String> named(List<String> header, List<String> record) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int index = 0; index < header.size(); index++) {
            named.put(header.get(index), record.get(index));
        }
        return named;
    }

    @Test
    void answersCsvSpectrum() throws IOException {
        for (Path file : files("csv-spectrum/csvs", "(?!location_coordinates).*\\.csv")) {
            List<?> answer = answer(PublicData.at("csv_torture/csv-spectrum/json/" + base(file) + ".json"));
            Outcome outcome = Outcome.of(ByteSource.of(file), Dialect.csv());
            assertThat(outcome.problems()).as(base(file)).isEmpty();
            assertThat(shaped(outcome, answer)).as(base(file)).isEqualTo(answer);
        }
    }

    /** Its quote stands inside an unquoted field, which the bad files of sineemore say must be refused. */
    @Test
    void refusesTheFileOfCsvSpectrumThatBreaksRfc4180() throws IOException {
        Path file = PublicData.at("csv_torture/csv-spectrum/csvs/location_coordinates.csv");
        assertThat(Outcome.of(ByteSource.of(file), Dialect.csv()).problems())
                .containsExactly("QUOTE_MISPLACED reject line 2 row 2 column Location Coordinates: "
                        + "A quote stands inside an unquoted field at line 2, character 22.");
    }

    @Test
    void answersSineemore() throws IOException {
        for (Path json : files("sineemore/json", ".*\\.json")) {
            Path file = PublicData.at("csv_torture/sineemore/csv/" + base(json) + ".csv");
            boolean bare = base(json).equals("all-empty");
            Optional<List<String>> declared = bare ? Optional.of(List.of("only")) : Optional.empty();
            Outcome outcome = Outcome.of(
                    ByteSource.of(file), new Dialect(',', '"', List.of(UTF_8), Optional.empty(), declared, false));
            List<?> answer = answer(json);
            assertThat(outcome.problems()).as(base(json)).isEmpty();
            if (bare || answer.isEmpty()) {
                assertThat(outcome.records()).as(base(json)).isEqualTo(answer);
            } else {
                assertThat(shaped(outcome, answer)).as(base(json)).isEqualTo(answer);
            }
        }
    }

    @Test
    void refusesBadFilesOfSineemore() throws IOException {
        Map<String, String> refusals = new LinkedHashMap<>();
        for (Path file : files("sineemore/csv", "bad-.*\\.csv")) {
            Problem problem = Outcome.of(ByteSource.of(file), Dialect.csv(), HEADER)
                    .found()
                    .get(0);
            refusals.put(
                    base(file),
                    problem.code() + " " + problem.place().line() + " "
                            + problem.place().column());
        }
        assertThat(refusals)
                .containsOnly(
                        Map.entry("bad-header-less-fields", "FIELD_COUNT 2 baz"),
                        Map.entry("bad-header-more-fields", "FIELD_COUNT 2 column 4"),
                        Map.entry("bad-header-no-header", "HEADER_MISSING 1 column 1"),
                        Map.entry("bad-header-wrong-header", "HEADER_DIFFERS 1 column 1"),
                        Map.entry("bad-missing-quote", "QUOTE_NOT_CLOSED 2 bar"),
                        Map.entry("bad-quotes-with-unescaped-quote", "QUOTE_MISPLACED 2 bar"),
                        Map.entry("bad-unescaped-quote", "QUOTE_MISPLACED 2 bar"));
    }

    @Test
    void readsOrRefusesEveryFileWithAPlace() throws IOException {
        List<String> report = new ArrayList<>();
        for (Path file : files("", "(?i).*\\.(csv|tsv|txt)")) {
            Outcome outcome = Outcome.of(ByteSource.of(file), dialect(file));
            assertThat(outcome.readings().isEmpty() && linesOf(file) > 1)
                    .as("%s gives nothing", file.getFileName())
                    .isFalse();
            assertThat(outcome.found()).allSatisfy(problem -> {
                assertThat(problem.place().line()).isPositive();
                assertThat(problem.place().column()).isNotEmpty();
            });
            report.add(PublicData.at("csv_torture").relativize(file) + " -> " + told(outcome));
        }
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, report);
        assertThat(report).hasSizeGreaterThan(100);
    }

    @Test
    void givesEveryFileBackWithItsBytes() throws IOException {
        for (Path file : files("", "(?i).*\\.(csv|tsv|txt)")) {
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            Annotation mark = new Annotation(AddedColumns.MARK, "", "");
            AnnotatedCopy.write(ByteSource.of(file), dialect(file), record -> Optional.of(mark), copy);
            byte[] original = Files.readAllBytes(file);
            assertThat(AddedColumns.removed(copy.toByteArray(), dialect(file)))
                    .as(base(file))
                    .isEqualTo(original);
        }
    }

    /** The delimiter that the first line has most of; comments where the file begins with one. */
    private static Dialect dialect(Path file) throws IOException {
        String start = Files.readString(file, Charset.forName("ISO-8859-1"));
        String[] lines = start.split("[\r\n]+", 3);
        boolean commented = lines[0].startsWith("#");
        String line = commented && lines.length > 1 ? lines[1] : lines[0];
        char delimiter = ',';
        for (char candidate : ";\t|".toCharArray()) {
            delimiter = count(line, candidate) > count(line, delimiter) ? candidate : delimiter;
        }
        return new Dialect(
                delimiter,
                '"',
                List.of(UTF_8, Charset.forName("windows-1252")),
                commented ? Optional.of('#') : Optional.empty(),
                Optional.empty(),
                false);
    }

    private static long count(String line, char character) {
        return line.chars().filter(other -> other == character).count();
    }

    private static long linesOf(Path file) throws IOException {
        return Files.readString(file, Charset.forName("ISO-8859-1"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .count();
    }

    private static String told(Outcome outcome) {
        List<String> refused = outcome.found().stream()
                .map(problem ->
                        "line " + problem.place().line() + ":" + problem.place().column() + " " + problem.code())
                .toList();
        Collection<List<String>> records = outcome.records();
        return "parsed " + records.size() + " rows" + (refused.isEmpty() ? "" : " | refused " + refused);
    }
}
