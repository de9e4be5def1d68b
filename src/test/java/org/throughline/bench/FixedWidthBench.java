package org.throughline.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.fixedwidth.FixedField;
import org.throughline.format.fixedwidth.FixedLayout;
import org.throughline.format.fixedwidth.FixedNumber;
import org.throughline.format.fixedwidth.FixedWidthDialect;
import org.throughline.format.fixedwidth.FixedWidthReader;
import org.throughline.format.fixedwidth.Sign;

/** Writes a file of fixed width of the size given and reads it; run by hand in a JVM with a small heap. Synthetic. */
final class FixedWidthBench {
    private static final FixedLayout LAYOUT = new FixedLayout(List.of(
            FixedField.text("ssn", 1, 9),
            FixedField.text("last", 10, 20),
            FixedField.text("first", 30, 12),
            FixedField.number("wages", 42, 9, new FixedNumber(2, Sign.OVERPUNCH)),
            FixedField.text("quarter", 51, 5),
            FixedField.text("employer", 56, 10)));

    private FixedWidthBench() {}

    /** Arguments: the file to write, and its size in megabytes. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        write(file, Long.parseLong(args[1]) << 20);
        long start = System.nanoTime();
        long records = read(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%,d bytes, %,d records, %.1f s, %.0f MB/s, heap at most %,d MB, %,d MB of it used at the end%n",
                Files.size(file),
                records,
                seconds,
                Files.size(file) / seconds / 1e6,
                runtime.maxMemory() >> 20,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static void write(Path file, long size) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            long written = 0;
            for (long number = 0; written < size; number++) {
                byte[] line = "%09d%-20s%-12s%08d{%5d%010d%n"
                        .formatted(
                                900_000_000 + number % 99_999_999, "NAME", "FIRST", number % 9_999_999, 20263, number)
                        .getBytes(US_ASCII);
                out.write(line);
                written += line.length;
            }
        }
    }

    private static long read(Path file) throws IOException {
        long records = 0;
        try (RecordReader reader =
                FixedWidthReader.open(ByteSource.of(file), "bench", FixedWidthDialect.lines(), LAYOUT)) {
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                records++;
            }
        }
        return records;
    }
}
