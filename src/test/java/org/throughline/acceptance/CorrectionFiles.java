package org.throughline.acceptance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a fixture about corrections.
 *
 * @param columns the columns of the rows, without the three that tell which file told them when
 * @param existing the rows that are there, with the instant of the file that told them
 * @param sent the new file
 * @param arrival when the new file arrives: when its rows are expected, but after all that is there
 * @param expected what the new file is expected to change
 */
record CorrectionFiles(
        List<String> columns, List<FeedRow> existing, Path sent, Instant arrival, List<FeedRow> expected) {
    private static final List<String> TOLD = List.of("file_id", "update_datetime", "is_deleted");
    private static final Instant ANY_DAY = Instant.parse("2024-01-01T01:01:01Z");

    /** Reads a folder of any of the three kinds. */
    static CorrectionFiles of(Path folder) {
        if (Files.exists(folder.resolve("expected_diff.csv"))) {
            return of(
                    read(folder.resolve("existing_raw_data.csv")),
                    folder.resolve("new_raw_data.csv"),
                    read(folder.resolve("expected_diff.csv")));
        }
        Path sent = file(folder, "input.csv");
        Path seed = Path.of(sent.toString().replace("load_input", "append_table_seed"));
        Path output = Path.of(sent.toString().replace("load_input", "append_table_output"));
        if (!seed.equals(sent)) {
            Table before = read(seed);
            return of(before, sent, read(output).without(before.rows()));
        }
        return of(Table.EMPTY, sent, read(file(folder, "output.csv")));
    }

    private static CorrectionFiles of(Table existing, Path sent, Table expected) {
        Instant last = latest(existing.rows(), Instant.EPOCH);
        Instant said = latest(expected.rows(), ANY_DAY);
        Instant arrival = said.isAfter(last) ? said : last.plus(Duration.ofDays(1));
        List<FeedRow> difference = expected.rows().stream()
                .map(row -> new FeedRow(arrival, row.gone(), row.cells()))
                .toList();
        return new CorrectionFiles(expected.columns(), existing.rows(), sent, arrival, difference);
    }

    private static Instant latest(List<FeedRow> rows, Instant otherwise) {
        return rows.stream().map(FeedRow::at).max(Instant::compareTo).orElse(otherwise);
    }

    private static Path file(Path folder, String end) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of each file before the new one: all that held then, or in a feed of changes those that it told. */
    SortedMap<Instant, List<List<String>>> earlierFiles(CorrectionFixture fixture) {
        SortedMap<Instant, List<List<String>>> files = new TreeMap<>();
        Map<List<String>, List<String>> held = new LinkedHashMap<>();
        existing.stream().map(FeedRow::at).distinct().sorted().forEach(at -> {
            if (fixture.content().equals("changes")) {
                held.clear();
            }
            existing.stream().filter(row -> row.at().equals(at)).forEach(row -> {
                held.remove(key(fixture, row));
                if (!row.gone()) {
                    held.put(key(fixture, row), row.cells());
                }
            });
            files.put(
                    at,
                    held.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(
                                    (a, b) -> a.toString().compareTo(b.toString())))
                            .map(Map.Entry::getValue)
                            .toList());
        });
        return files;
    }

    private List<String> key(CorrectionFixture fixture, FeedRow row) {
        return fixture.key().stream()
                .map(column -> row.cells().get(columns.indexOf(column)))
                .toList();
    }

    /** All that the feed is expected to have told in the end. */
    List<FeedRow> history() {
        return Stream.concat(existing.stream(), expected.stream()).toList();
    }

    private static Table read(Path file) {
        try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(file)) {
            List<List<String>> all = lines.stream().map(CsvRecord::getFields).toList();
            List<String> header = all.get(0).stream().map(String::strip).toList();
            List<Integer> cells = Stream.iterate(0, at -> at + 1)
                    .limit(header.size())
                    .filter(at -> !TOLD.contains(header.get(at)))
                    .toList();
            return new Table(
                    cells.stream().map(header::get).toList(),
                    all.stream().skip(1).map(line -> row(header, cells, line)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeedRow row(List<String> header, List<Integer> cells, List<String> line) {
        return new FeedRow(
                instant(line.get(header.indexOf("update_datetime"))),
                Boolean.parseBoolean(line.get(header.indexOf("is_deleted"))),
                cells.stream().map(line::get).toList());
    }

    private static Instant instant(String text) {
        String day = text.length() == 10 ? text + "T00:00:00" : text.replace(' ', 'T');
        return LocalDateTime.parse(day).toInstant(ZoneOffset.UTC);
    }

    private record Table(List<String> columns, List<FeedRow> rows) {
        private static final Table EMPTY = new Table(List.of(), List.of());

        Table without(List<FeedRow> others) {
            List<FeedRow> left = new ArrayList<>(rows);
            others.forEach(left::remove);
            return new Table(columns, left);
        }
    }
}
