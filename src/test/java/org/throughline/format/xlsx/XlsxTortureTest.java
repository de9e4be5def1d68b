package org.throughline.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.format.ByteSource;
import org.throughline.testing.PublicData;

/** Workbooks of other projects' tests, and one that a federal program publishes beside the same rows as text. */
final class XlsxTortureTest {
    private static final Path REPORT = Path.of("target", "xlsx-torture.txt");
    private static final Path PUBLIC = Path.of("csv_torture");

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(PublicData.at(PUBLIC.toString()))) {
            return files.filter(file -> file.getFileName().toString().matches("(?i).*\\.xls[xm]?"))
                    .sorted()
                    .toList();
        }
    }

    private static XlsxLayout first() {
        return new XlsxLayout(SheetChoice.at(1), Optional.empty(), Optional.empty(), List.of());
    }

    private static String told(Outcome outcome) {
        String problems = outcome.problems().stream().collect(Collectors.joining("; "));
        return outcome.header().size() + " columns, " + outcome.records().size() + " records"
                + (problems.isEmpty() ? "" : " | " + problems);
    }

    @Test
    void readsOrRefusesEveryWorkbookWithAPlace() throws IOException {
        List<String> report = new ArrayList<>();
        for (Path file : files()) {
            Outcome outcome = Outcome.of(ByteSource.of(file), first());
            assertThat(outcome.found()).as("%s", file.getFileName()).allSatisfy(problem -> {
                assertThat(problem.place().member()).isEqualTo("book.xlsx");
                assertThat(problem.place().row() > 0 || problem.code().matches("WORKBOOK_.*|HEADER_MISSING"))
                        .isTrue();
            });
            assertThat(outcome.records().isEmpty()
                            && outcome.problems().isEmpty()
                            && outcome.header().isEmpty())
                    .as("%s gives nothing", file.getFileName())
                    .isFalse();
            report.add(PublicData.at(PUBLIC.toString()).relativize(file) + " -> " + told(outcome));
        }
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, report);
        assertThat(report).hasSizeGreaterThan(30);
    }

    /** Three of its bad rows hold other numbers than the text beside it, and a row of the text is blank. */
    @Test
    void readsTheSameRowsAsTheTextBesideAWorkbook() throws IOException {
        Path folder = PublicData.at("benefits_tanf");
        List<List<String>> expected = new ArrayList<>(Files.readAllLines(folder.resolve("fra.csv")).stream()
                .filter(line -> !line.isBlank())
                .map(line -> List.of((line + ",").split(",", -1)).subList(0, 2))
                .toList());
        expected.set(8, List.of("202301", "965507"));
        expected.set(9, List.of("202421", "969005507"));
        expected.set(10, List.of("202300", "969860000"));
        Optional<List<String>> header = Optional.of(List.of("exit_month", "ssn"));
        XlsxLayout layout = new XlsxLayout(SheetChoice.only(), header, Optional.empty(), List.of());
        Outcome outcome = Outcome.of(ByteSource.of(folder.resolve("fra.xlsx")), layout);
        assertThat(outcome.records()).isEqualTo(expected);
        assertThat(outcome.places()).startsWith("1: row 1").endsWith("12: row 13");
    }
}
