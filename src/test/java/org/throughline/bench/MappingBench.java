package org.throughline.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.throughline.format.ByteSource;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.intake.ReadAhead;
import org.throughline.mapping.Facts;
import org.throughline.mapping.MappedRecord;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingFolder;
import org.throughline.mapping.MemberMapping;
import org.throughline.mapping.RowMapping;
import org.throughline.problem.Level;

/**
 * Reads and maps a file grown from a synthetic sample, without any database, as intake does it, and says how many times longer
 * that takes by the clock than FastCSV alone needs to read the same file in the same run. Run by hand.
 */
final class MappingBench {
    private static final int ROUNDS = 7;
    private static final int WARM = 3;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private MappingBench() {}

    /**
     * Arguments: the folder to write into, the number of rows, and the mapping: {@code 11} for the worked example of 11
     * columns and 3 checks, {@code 17} for the one of 17 columns and up to 5 records a row.
     */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[2].equals("11") ? "src/test/resources/mapping/mappings" : "mappings");
        Mapping mapping = new MappingCompiler()
                .compile(MappingFolder.of(root)
                        .find("harborlight/fps-participants")
                        .orElseThrow())
                .mapping()
                .orElseThrow();
        Path sample = root.resolve("harborlight/samples/fps-participants.sample.csv");
        MemberMapping member = mapping.members().get(0);
        Path file = grown(sample, member, Path.of(args[0]).resolve("HL_FPS_20261005.csv"), Integer.parseInt(args[1]));
        System.out.printf(
                "%d expressions a row at most, %d of them answered by the CEL library%n",
                member.expressions().all(), member.expressions().byLibrary());
        char delimiter = args[2].equals("11") ? ',' : ';';
        Tally tally = new Tally();
        map(file, member, batch -> batch.forEach(tally::add));
        System.out.printf(
                "%,d rows, %,d of them bad, to %,d canonical records%n", tally.rows, tally.bad, tally.records);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            ratios.add(round(round, file, delimiter, member));
        }
        List<Double> warm = ratios.subList(WARM - 1, ROUNDS);
        warm.sort(null);
        System.out.printf("median of rounds %d to %d: %.1f times FastCSV%n", WARM, ROUNDS, warm.get(warm.size() / 2));
    }

    /** Reads the file once and maps it once; how many times longer the second took. */
    private static double round(int round, Path file, char delimiter, MemberMapping member) throws IOException {
        long start = System.nanoTime();
        long cells = read(file, delimiter);
        long read = System.nanoTime();
        long[] rows = {0};
        map(file, member, batch -> rows[0] += batch.size());
        long end = System.nanoTime();
        double times = (end - read) / (double) (read - start);
        System.out.printf(
                "round %d: FastCSV %,d ms for %,d cells; reading and mapping %,d ms for %,d rows: %.1f times%n",
                round, (read - start) / 1_000_000, cells, (end - read) / 1_000_000, rows[0], times);
        return times;
    }

    /** What came of a file. */
    private static final class Tally {
        private long rows;
        private long bad;
        private long records;

        private void add(MappedRecord mapped) {
            rows++;
            bad += mapped.hasAtLeast(Level.HOLD_ROW) ? 1 : 0;
            records += mapped.records().size();
        }
    }

    /** The rows of the sample again and again, every one under a client number of its own; one row in 50 is a bad one. */
    private static Path grown(Path sample, MemberMapping member, Path file, int rows) throws Exception {
        List<String> lines = Files.readAllLines(sample, WINDOWS);
        List<String> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        try (RecordReader reader = member.open(ByteSource.of(sample), "sample")) {
            RowMapping mapping = member.bind(reader.header(), facts()).rows();
            for (String line : lines.subList(1, lines.size())) {
                if (reader.next().orElseThrow() instanceof SourceRecord record) {
                    (mapping.map(record).hasAtLeast(Level.HOLD_ROW) ? bad : good).add(line);
                }
            }
        }
        try (BufferedWriter text = Files.newBufferedWriter(file, WINDOWS)) {
            text.append(lines.get(0)).append("\r\n");
            for (int i = 0; i < rows; i++) {
                String row = i % 50 == 7 ? bad.get(i % bad.size()) : good.get(i % good.size());
                text.append(row.replaceFirst("HL-\\d{6}", "HL-" + (100_000 + i % 900_000)))
                        .append("\r\n");
            }
        }
        return file;
    }

    private static long read(Path file, char delimiter) throws IOException {
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(file)) {
            return rows.stream().mapToLong(CsvRecord::getFieldCount).sum();
        }
    }

    private static void map(Path file, MemberMapping member, Consumer<List<MappedRecord>> consumer) throws IOException {
        try (RecordReader reader = member.open(ByteSource.of(file), "generated")) {
            RowMapping rows = member.bind(reader.header(), facts()).rows();
            try (ReadAhead<MappedRecord> ahead = new ReadAhead<>(reader, reading -> rows.map((SourceRecord) reading))) {
                List<MappedRecord> batch = ahead.next();
                while (!batch.isEmpty()) {
                    consumer.accept(batch);
                    batch = ahead.next();
                }
            }
        }
    }

    private static Facts facts() {
        LocalDate day = LocalDate.of(2026, 10, 5);
        return new Facts(Map.of(
                "file.name",
                "HL_FPS_20261005.csv",
                "file.run",
                "20261005",
                "received.on",
                day.plusDays(1),
                "period.from",
                day,
                "period.to",
                day.plusDays(6)));
    }
}
