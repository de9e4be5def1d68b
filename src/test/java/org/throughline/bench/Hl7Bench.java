package org.throughline.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.KindSurvey;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.hl7.FieldAddress;
import org.throughline.format.hl7.Hl7Format;
import org.throughline.format.hl7.Hl7Kinds;
import org.throughline.format.hl7.Hl7Setting;

/** Writes an HL7 batch of the size given, surveys and reads it; run by hand in a JVM with a small heap. Synthetic. */
final class Hl7Bench {
    private static final String MESSAGE =
            "MSH|^~\\&|ADT|BENCH|HUB|STATE|20260105||ADT^A01|%1$d|P|2.5.1\rEVN||20260105\r"
                    + "PID|1||%1$d^^^BENCH^MR||NAME^FIRST^^^^^L||19800101|F|||1 Street^^Town^NY^10000\r"
                    + "PV1|1|I|W^1^2^BENCH|||||||||||||||V%1$d|||||||||||||||||||||||||20260104\r";

    private Hl7Bench() {}

    /** Arguments: the file to write, and its size in megabytes. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        write(file, Long.parseLong(args[1]) << 20);
        long start = System.nanoTime();
        KindSurvey survey =
                new Hl7Kinds(Hl7Setting.usual(), Map.of("ADT", Set.of("ADT^A01"))).survey(ByteSource.of(file));
        long surveyed = System.nanoTime();
        long records = read(file);
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%,d bytes, %s surveyed in %.1f s, %d problems; %,d records read in %.1f s, heap at most %,d MB, %,d"
                        + " MB of it used at the end%n",
                Files.size(file),
                survey.records(),
                (surveyed - start) / 1e9,
                survey.problems().size(),
                records,
                (System.nanoTime() - surveyed) / 1e9,
                runtime.maxMemory() >> 20,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static void write(Path file, long size) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("BHS|^~\\&\r".getBytes(US_ASCII));
            long written = 0;
            long number = 0;
            while (written < size) {
                byte[] message = MESSAGE.formatted(++number).getBytes(US_ASCII);
                out.write(message);
                written += message.length;
            }
            out.write(("BTS|" + number + "\r").getBytes(US_ASCII));
        }
    }

    private static long read(Path file) throws IOException {
        Map<String, List<FieldAddress>> columns = new LinkedHashMap<>();
        for (String column : List.of("PID-3[MR|*].1", "PID-5.1", "PID-5.2", "PID-7", "PV1-19 or PV1-50", "PV1-44")) {
            columns.put(column, FieldAddress.anyOf(column));
        }
        Hl7Format format = new Hl7Format(Hl7Setting.usual(), Set.of("ADT^A01"), columns, Optional.empty());
        long records = 0;
        try (RecordReader reader = format.open(ByteSource.of(file), "ADT")) {
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                records++;
            }
        }
        return records;
    }
}
