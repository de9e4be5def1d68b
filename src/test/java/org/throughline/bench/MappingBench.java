package org.throughline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.mapping.Facts;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingFolder;
import org.throughline.mapping.MemberMapping;
import org.throughline.mapping.RowMapping;

/**
 * Reads and maps a file grown from a synthetic sample, without any database, and says how many times longer that takes by the
 * clock than FastCSV alone needs to read the same file in the same run; one thread reads, another maps. Run by hand.
 */
final class MappingBench {
    private static final String MAPPING = "harborlight/fps-participants";
    private static final int BATCH = 1_000;
    private static final int ROUNDS = 4;
    private static final List<SourceRecord> END = List.of();

    private MappingBench() {}

    /** Arguments: the folder to write into, and the number of rows. */
    public static void main(String[] args) throws Exception {
        Path file = grown(Path.of(args[0]).resolve("HL_FPS_20261005.csv"), Integer.parseInt(args[1]));
        Mapping mapping = new MappingCompiler()
                .compile(MappingFolder.of(Path.of("mappings")).find(MAPPING).orElseThrow())
                .mapping()
                .orElseThrow();
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            long cells = read(file);
            long read = System.nanoTime();
            long records = map(file, mapping.members().get(0));
            long mapped = System.nanoTime();
            System.out.printf(
                    "round %d: FastCSV %,d ms for %,d cells; reading and mapping %,d ms for %,d canonical records:"
                            + " %.1f times%n",
                    round,
                    (read - start) / 1_000_000,
                    cells,
                    (mapped - read) / 1_000_000,
                    records,
                    (mapped - read) / (double) (read - start));
        }
    }

    private static Path grown(Path file, int rows) throws IOException {
        List<String> sample = Files.readAllLines(
                Path.of("mappings/harborlight/samples/fps-participants.sample.csv"), Charset.forName("windows-1252"));
        try (BufferedWriter text = Files.newBufferedWriter(file, UTF_8)) {
            text.append(sample.get(0)).append("\r\n");
            for (int i = 0; i < rows; i++) {
                String row = sample.get(1 + i % (sample.size() - 1));
                text.append(row.replaceFirst("HL-\\d{6}", "HL-%06d".formatted(i % 1_000_000)))
                        .append("\r\n");
            }
        }
        return file;
    }

    private static long read(Path file) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
            return rows.stream().mapToLong(CsvRecord::getFieldCount).sum();
        }
    }

    private static long map(Path file, MemberMapping member) throws Exception {
        BlockingQueue<List<SourceRecord>> batches = new ArrayBlockingQueue<>(8);
        AtomicLong records = new AtomicLong();
        try (RecordReader reader = member.open(ByteSource.of(file), "generated")) {
            RowMapping rows = member.bind(reader.header(), facts()).rows();
            Thread mapper = new Thread(() -> drain(batches, rows, records));
            mapper.start();
            List<SourceRecord> batch = new ArrayList<>(BATCH);
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof SourceRecord record) {
                    batch.add(record);
                }
                if (batch.size() == BATCH) {
                    batches.put(batch);
                    batch = new ArrayList<>(BATCH);
                }
            }
            batches.put(batch);
            batches.put(END);
            mapper.join();
        }
        return records.get();
    }

    private static void drain(BlockingQueue<List<SourceRecord>> batches, RowMapping rows, AtomicLong records) {
        try {
            for (List<SourceRecord> batch = batches.take(); batch != END; batch = batches.take()) {
                batch.forEach(
                        record -> records.addAndGet(rows.map(record).records().size()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
