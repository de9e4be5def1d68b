package org.throughline.crash;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Figures as the command tells them. */
final class Figures {
    private static final int SHOWN = 400;

    private Figures() {}

    static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    /** Median, 95th percentile and maximum. */
    static String spread(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%.1f s (p95 %.1f, max %.1f)", at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
    }

    private static double at(List<Duration> sorted, double share) {
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? 0 : seconds(sorted.get(Math.max(0, place)));
    }

    /** A difference that fits on a screen. */
    static String shown(String line) {
        String plain = line.replaceAll("[^ -~]", "?");
        return plain.substring(0, Math.min(SHOWN, plain.length()));
    }

    /** How many differences there are of each part, and one of each. */
    static List<String> byPart(List<String> differences) {
        Map<String, List<String>> parts = differences.stream()
                .collect(Collectors.groupingBy(line -> line.replaceAll(":.*", ""), TreeMap::new, Collectors.toList()));
        return parts.entrySet().stream()
                .map(part ->
                        part.getValue().size() + " x " + shown(part.getValue().get(0)))
                .toList();
    }
}
