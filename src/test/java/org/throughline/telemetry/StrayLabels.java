package org.throughline.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Walks through all figures of a hub and finds every label that is not from its closed set. */
public final class StrayLabels {
    private static final Pattern LINE = Pattern.compile("^(throughline_[a-z_]+)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Map<String, Metric> METRICS = Arrays.stream(Metric.values())
            .flatMap(metric -> metric.names().stream().map(name -> Map.entry(name, metric)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Map<String, Label> LABELS =
            Arrays.stream(Label.values()).collect(Collectors.toMap(Label::word, Function.identity()));

    private StrayLabels() {}

    /** What is wrong with the figures of a hub with these feeds. */
    public static List<String> in(String metrics, List<String> feeds) {
        List<String> wrong = new ArrayList<>();
        for (String line : metrics.lines().toList()) {
            if (line.startsWith("throughline_")) {
                look(line, feeds, wrong);
            } else if (!line.startsWith("#") && !line.matches("(jvm|process|system)_.*")) {
                wrong.add("unknown figure: " + line);
            }
        }
        return wrong;
    }

    private static void look(String line, List<String> feeds, List<String> wrong) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            wrong.add("unreadable: " + line);
            return;
        }
        Optional<Metric> metric =
                Optional.ofNullable(METRICS.get(parts.group(1).replaceAll("_seconds_max$", "_seconds_sum")));
        List<String> labels = metric.map(
                        known -> known.labels().stream().map(Label::word).toList())
                .orElse(List.of());
        Matcher label = LABEL.matcher(Optional.ofNullable(parts.group(2)).orElse(""));
        if (metric.isEmpty()) {
            wrong.add("no metric of ours: " + line);
        }
        while (label.find()) {
            boolean bucket = label.group(1).equals("le") && parts.group(1).endsWith("_bucket");
            if (!bucket && (!labels.contains(label.group(1)) || !allowed(label.group(1), label.group(2), feeds))) {
                wrong.add(label.group());
            }
        }
    }

    private static boolean allowed(String label, String value, List<String> feeds) {
        return LABELS.get(label).allowed(feeds).contains(value);
    }
}
