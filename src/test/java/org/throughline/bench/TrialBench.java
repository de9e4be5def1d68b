package org.throughline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.throughline.intake.Progress;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingFolder;
import org.throughline.trial.MappingComparison;
import org.throughline.trial.Preview;
import org.throughline.trial.Trial;
import org.throughline.trial.TrialFile;
import org.throughline.trial.TrialWatcher;

/**
 * Checks, previews and compares a file of the size given, grown from a synthetic sample, on a warm JVM, and says how many
 * times longer that takes than FastCSV alone needs to read the same file in the same run; run by hand.
 */
final class TrialBench {
    private static final String MAPPING = "harborlight/fps-participants";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 15;
    private static final int MEASURED = 9;

    private TrialBench() {}

    /** Arguments: the folder to write into, and the number of rows. */
    public static void main(String[] args) throws IOException {
        int rows = Integer.parseInt(args[1]);
        Path file = grown(Path.of(args[0]).resolve("HL_FPS_20261005.csv"), rows);
        Mapping mapping = new MappingCompiler()
                .compile(MappingFolder.of(Path.of("mappings")).find(MAPPING).orElseThrow())
                .mapping()
                .orElseThrow();
        TrialFile tried = TrialFile.of(file, Instant.parse("2026-10-06T12:00:00Z"));
        System.out.printf("%,d rows, %,d bytes%n", rows, Files.size(file));
        double read = milliseconds("FastCSV alone", 0, () -> read(file));
        milliseconds(
                "file check",
                read,
                () -> new Trial(mapping)
                        .run(tried, TrialWatcher.none(), Progress.SILENT)
                        .records()
                        .read());
        milliseconds(
                "mapping preview",
                read,
                () -> new Preview(mapping, 5, false)
                        .of(tried, Progress.SILENT)
                        .columns()
                        .size());
        milliseconds(
                "mapping diff, both sides",
                read,
                () -> new MappingComparison(mapping, mapping).of(tried).rows());
    }

    private static Path grown(Path file, int rows) throws IOException {
        List<String> sample = Files.readAllLines(
                Path.of("mappings/harborlight/samples/fps-participants.sample.csv"), Charset.forName("windows-1252"));
        StringBuilder text = new StringBuilder(sample.get(0)).append("\r\n");
        for (int i = 0; i < rows; i++) {
            String row = sample.get(1 + i % (sample.size() - 1));
            text.append(row.replaceFirst("HL-\\d{6}", "HL-%06d".formatted(i))).append("\r\n");
        }
        return Files.write(file, text.toString().getBytes(UTF_8));
    }

    private static long read(Path file) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
            return rows.stream().mapToLong(CsvRecord::getFieldCount).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The median of some runs after others that only warm up; ratios are of processor time, whatever else runs beside. */
    private static double milliseconds(String what, double yardstick, LongSupplier work) {
        long seen = 0;
        for (int i = 0; i < WARM_UP; i++) {
            seen += work.getAsLong();
        }
        double[] wall = new double[MEASURED];
        double[] own = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            long ownStart = THREADS.getCurrentThreadCpuTime();
            seen += work.getAsLong();
            own[i] = (THREADS.getCurrentThreadCpuTime() - ownStart) / 1e6;
            wall[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(wall);
        Arrays.sort(own);
        double median = own[MEASURED / 2];
        System.out.printf(
                "%-26s %8.1f ms of processor time, %.1f ms by the clock%s%n",
                what,
                median,
                wall[MEASURED / 2],
                yardstick == 0 ? "" : ", %.1f times FastCSV".formatted(median / yardstick));
        if (seen < 0) {
            throw new IllegalStateException();
        }
        return median;
    }
}
