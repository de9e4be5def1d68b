package org.throughline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.throughline.testing.PublicData;

/** Precision and recall on public sets with known truth, counted over pairs of the joint clients. */
final class LinkageAccuracyIT {
    private static final Path REPORT = Path.of("target", "linkage-accuracy.txt");

    private final LinkageEngine engine = new DeterministicEngine();

    @Test
    void measuresFebrl4() throws IOException {
        var truth = new HashMap<ClientRef, String>();
        var records = new ArrayList<ClientIdentifiers>();
        for (var file : List.of("dataset4a", "dataset4b")) {
            for (var row : rows("linkage/febrl/" + file + ".csv")) {
                var ref = new ClientRef(file, row.getField("rec_id"));
                truth.put(ref, febrlPerson(row));
                records.add(TestClients.client(ref, febrl(row)));
            }
        }

        var accuracy = report("FEBRL4, two senders", records, truth);

        assertThat(accuracy.get(Grade.DISCLOSURE).precision()).isGreaterThanOrEqualTo(0.999);
        assertThat(accuracy.get(Grade.ANALYTIC).precision()).isGreaterThanOrEqualTo(0.999);
        assertThat(accuracy.get(Grade.ANALYTIC).recall()).isGreaterThan(0.6);
    }

    @Test
    void measuresFebrl1And2() throws IOException {
        for (var file : List.of("dataset1", "dataset2")) {
            everyRecordItsOwnSender(
                    "FEBRL " + file,
                    "linkage/febrl/" + file + ".csv",
                    new Columns(LinkageAccuracyIT::febrlPerson, LinkageAccuracyIT::febrl));
        }
    }

    /** The seed holds some people twice under different ids, so each case is asked for the seed record it names. */
    @Test
    void measuresCdcNbs() throws IOException {
        var records = new ArrayList<ClientIdentifiers>();
        for (var row : rows("linkage/cdc_recordlinker/nbs_seed.csv")) {
            records.add(TestClients.client(new ClientRef("seed", row.getField("Match Id")), cdc(row)));
        }
        var cases = rows("linkage/cdc_recordlinker/nbs_test.csv");
        for (var row : cases) {
            records.add(TestClients.client(caseOf(row), cdc(row)));
        }
        var found = engine.link(records, List.of(), TestClients.TODAY);
        var paths = new LinkPaths(found.comparisons());
        var linked = new TreeMap<String, Integer>();
        var asked = new TreeMap<String, Integer>();
        for (var row : cases) {
            var seed = new ClientRef("seed", row.getField("Match Id"));
            asked.merge(row.getField("Expected Result"), 1, Integer::sum);
            var grade = paths.linkGrade(caseOf(row), seed);
            linked.merge(row.getField("Expected Result"), grade == Grade.NONE ? 0 : 1, Integer::sum);
        }

        write("CDC nbs, linked of expected: %s of %s%n".formatted(linked, asked));
        assertThat(linked.get("no_match")).isZero();
        assertThat(linked.get("match")).isGreaterThan(30);
    }

    private static ClientRef caseOf(NamedCsvRecord row) {
        return new ClientRef("case" + row.getField("Test Case #"), "1");
    }

    @Test
    void measuresFake1000AndRlData500() throws IOException {
        everyRecordItsOwnSender(
                "fake_1000",
                "linkage/splink/fake_1000.csv",
                new Columns(row -> row.getField("cluster"), row -> named(row, "first_name", "surname", "dob")));
        everyRecordItsOwnSender(
                "RLdata500",
                "linkage/rldata/RLdata500.csv",
                new Columns(row -> row.getField("ent_id"), LinkageAccuracyIT::rlData));
    }

    private void everyRecordItsOwnSender(String title, String path, Columns columns) throws IOException {
        var truth = new HashMap<ClientRef, String>();
        var records = new ArrayList<ClientIdentifiers>();
        for (var row : rows(path)) {
            var ref = new ClientRef("s" + records.size(), "1");
            truth.put(ref, columns.person().apply(row));
            records.add(TestClients.client(ref, columns.values().apply(row)));
        }
        var accuracy = report(title, records, truth);
        assertThat(accuracy.get(Grade.ANALYTIC).precision()).isGreaterThanOrEqualTo(0.999);
    }

    private Map<Grade, Accuracy> report(String title, List<ClientIdentifiers> records, Map<ClientRef, String> truth)
            throws IOException {
        var found = engine.link(records, List.of(), TestClients.TODAY);
        var counts = LinkageCounts.of(found);
        var report = new StringBuilder("%s: %d records, %d unsearchable, %d pairs in review%n"
                .formatted(title, counts.records(), counts.unsearchable(), counts.inReview()));
        var byGrade = new HashMap<Grade, Accuracy>();
        for (var grade : List.of(Grade.ANALYTIC, Grade.DISCLOSURE)) {
            var accuracy = accuracy(found, truth, grade);
            byGrade.put(grade, accuracy);
            report.append(String.format(
                    Locale.ROOT,
                    "  %-10s or better: precision %.5f (%d of %d), recall %.4f (of %d)%n",
                    grade.word(),
                    accuracy.precision(),
                    accuracy.right(),
                    accuracy.found(),
                    accuracy.recall(),
                    accuracy.truePairs()));
        }
        write(report.toString());
        return byGrade;
    }

    private static void write(String report) throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Accuracy accuracy(Partition found, Map<ClientRef, String> truth, Grade least) {
        var paths = new LinkPaths(found.comparisons());
        long pairs = 0;
        long right = 0;
        for (var client : found.clients()) {
            var refs = client.members().stream().map(Partition.Member::ref).toList();
            for (int i = 0; i < refs.size(); i++) {
                for (int j = i + 1; j < refs.size(); j++) {
                    var counts = paths.linkGrade(refs.get(i), refs.get(j)).compareTo(least) >= 0;
                    pairs += counts ? 1 : 0;
                    right += counts && truth.get(refs.get(i)).equals(truth.get(refs.get(j))) ? 1 : 0;
                }
            }
        }
        return new Accuracy(pairs, right, truePairs(truth));
    }

    private static long truePairs(Map<ClientRef, String> truth) {
        var sizes = new HashMap<String, Long>();
        truth.values().forEach(person -> sizes.merge(person, 1L, Long::sum));
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    private static List<NamedCsvRecord> rows(String path) throws IOException {
        var rows = new ArrayList<NamedCsvRecord>();
        try (var reader = CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(PublicData.at(path))) {
            reader.forEach(rows::add);
        }
        return rows;
    }

    private static String febrlPerson(NamedCsvRecord row) {
        return row.getField("rec_id").replaceAll("rec-(\\d+)-.*", "$1");
    }

    private static Map<String, String> febrl(NamedCsvRecord row) {
        var values = new HashMap<String, String>();
        values.put("first", field(row, " given_name"));
        values.put("last", field(row, " surname"));
        values.put("other_id", field(row, " soc_sec_id"));
        putDate(values, field(row, " date_of_birth").replaceAll("(\\d{4})(\\d{2})(\\d{2})", "$1-$2-$3"));
        return values;
    }

    private static Map<String, String> cdc(NamedCsvRecord row) {
        var values = new HashMap<String, String>();
        values.put("first", field(row, "FIRST"));
        values.put("last", field(row, "LAST"));
        values.put("suffix", field(row, "SUFFIX"));
        values.put("ssn", field(row, "SSN"));
        putDate(values, fullDate(field(row, "BIRTHDATE")));
        return values;
    }

    /** Some rows of the seed write 12/24/48. */
    private static String fullDate(String text) {
        var parts = text.split("/");
        if (parts.length != 3 || parts[2].length() != 2) {
            return text;
        }
        var century = parts[2].compareTo("26") <= 0 ? "20" : "19";
        return century + parts[2] + "-" + "0".repeat(2 - parts[0].length()) + parts[0] + "-"
                + "0".repeat(2 - parts[1].length()) + parts[1];
    }

    private static Map<String, String> rlData(NamedCsvRecord row) {
        var values = named(row, "fname_c1", "lname_c1", "");
        putDate(
                values,
                String.format(Locale.ROOT, "%s-%2s-%2s", field(row, "by"), field(row, "bm"), field(row, "bd"))
                        .replace(' ', '0'));
        return values;
    }

    private static Map<String, String> named(NamedCsvRecord row, String first, String last, String born) {
        var values = new HashMap<String, String>();
        values.put("first", field(row, first));
        values.put("last", field(row, last));
        if (!born.isEmpty()) {
            putDate(values, field(row, born));
        }
        return values;
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("").strip();
    }

    private static void putDate(Map<String, String> values, String text) {
        try {
            values.put("born", LocalDate.parse(text).toString());
        } catch (DateTimeException notADate) {
            values.remove("born");
        }
    }

    private record Columns(
            Function<NamedCsvRecord, String> person, Function<NamedCsvRecord, Map<String, String>> values) {}

    private record Accuracy(long found, long right, long truePairs) {
        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return (double) right / truePairs;
        }
    }
}
