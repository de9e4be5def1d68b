package org.throughline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.format.delimited.DelimitedReader;
import org.throughline.format.delimited.Dialect;

/** Writes a delimited file of the size given and reads it; run by hand in a JVM with a small heap. Synthetic. */
final class DelimitedBench {
    private DelimitedBench() {}

    /** Arguments: the file to write, and its size in megabytes. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        write(file, Long.parseLong(args[1]) << 20);
        long start = System.nanoTime();
        long records = read(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%,d bytes, %,d records, %.1f s, heap at most %,d MB, %,d MB of it used at the end%n",
                Files.size(file),
                records,
                seconds,
                runtime.maxMemory() >> 20,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static void write(Path file, long size) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] header = "number,last,first,born,note\r\n".getBytes(UTF_8);
            out.write(header);
            long written = header.length;
            for (long number = 0; written < size; number++) {
                byte[] line = ("X-" + number + ",NAME,\"FIRST \"\"N\"\"\",2001-02-03,\"two\nlines, " + number
                                + "\"\r\n")
                        .getBytes(UTF_8);
                out.write(line);
                written += line.length;
            }
        }
    }

    private static long read(Path file) throws IOException {
        long records = 0;
        try (RecordReader reader = DelimitedReader.open(ByteSource.of(file), "bench.csv", Dialect.csv())) {
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (!(next.get() instanceof SourceRecord)) {
                    throw new IOException("A generated record is broken.");
                }
                records++;
            }
        }
        return records;
    }
}
