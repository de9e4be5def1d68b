package org.throughline.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.intake.Counts;
import org.throughline.intake.Receipt;

/** What the synthetic files were made to end as, counted by hand from what is planted in them. */
final class DemoPlan {
    private static final String PLAN = "/demo/plan.txt";

    private final Map<String, String> files;

    private DemoPlan(Map<String, String> files) {
        this.files = files;
    }

    /** The plan of a night. */
    static DemoPlan of(int night) {
        String prefix = "night-" + night + "/";
        try (InputStream plan = DemoPlan.class.getResourceAsStream(PLAN);
                BufferedReader lines = new BufferedReader(new InputStreamReader(plan, StandardCharsets.UTF_8))) {
            return new DemoPlan(lines.lines()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).split(": ", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True where this file was planned; a pull that brought nothing is not. */
    boolean knows(String file) {
        return files.containsKey(file);
    }

    /** How this file is to end, in the words of {@link #words}. */
    String expected(String file) {
        return files.getOrDefault(file, "not planned");
    }

    /** How a submission ended. */
    static String words(Receipt receipt) {
        Counts counts = receipt.records();
        return "%s, %d read, %d held, %d rejected, %d waiting, %d ended"
                .formatted(
                        receipt.status().word(),
                        counts.read(),
                        counts.held(),
                        counts.rejected(),
                        counts.waiting(),
                        receipt.closed());
    }
}
