package org.throughline.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds expressions of Prometheus against the figures that there are. */
final class Expressions {
    private static final Pattern SELECTOR = Pattern.compile("([a-z][a-z0-9_]*)(?:\\{([^}]*)})?(?:\\[[^]]*])?");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=~|!=|!~|=)\"([^\"]*)\"");
    private static final Pattern GROUP = Pattern.compile("\\bby \\(([a-z_, ]*)\\)");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "e9");
    private static final Map<String, Metric> OURS = Arrays.stream(Metric.values())
            .flatMap(metric -> metric.names().stream().map(name -> Map.entry(name, metric)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<String> machine;

    /** Expressions over the hub's own figures and those of its Java machine. */
    Expressions(String metrics) {
        this.machine = metrics.lines()
                .filter(line -> line.matches("(jvm|process|system)_.*"))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is wrong with an expression. */
    List<String> wrong(String expression) {
        List<String> wrong = new ArrayList<>();
        List<String> grouped = GROUP.matcher(expression)
                .results()
                .flatMap(group -> Arrays.stream(group.group(1).split(", *")))
                .toList();
        String plain = expression.replaceAll("\\bby \\([a-z_, ]*\\)", "").replaceAll("[a-z_]+ *\\(", "(");
        Set<String> labels = new TreeSet<>(Set.of("le"));
        for (MatchResult selector : SELECTOR.matcher(plain).results().toList()) {
            if (!WORDS.contains(selector.group(1))) {
                look(selector, labels, wrong);
            }
        }
        grouped.stream().filter(label -> !labels.contains(label)).forEach(label -> wrong.add("no label " + label));
        return wrong;
    }

    private void look(MatchResult selector, Set<String> labels, List<String> wrong) {
        String name = selector.group(1);
        Optional<Metric> metric = Optional.ofNullable(OURS.get(name));
        if (metric.isEmpty() && !machine.contains(name)) {
            wrong.add("no figure " + name);
            return;
        }
        metric.ifPresent(known -> {
            known.labels().forEach(label -> labels.add(label.word()));
            Matcher matcher =
                    MATCHER.matcher(Optional.ofNullable(selector.group(2)).orElse(""));
            while (matcher.find()) {
                match(known, matcher, wrong);
            }
        });
    }

    private static void match(Metric metric, Matcher matcher, List<String> wrong) {
        Optional<Label> label = metric.labels().stream()
                .filter(known -> known.word().equals(matcher.group(1)))
                .findFirst();
        if (label.isEmpty()) {
            wrong.add("no label " + matcher.group(1));
            return;
        }
        Arrays.stream(matcher.group(3).split("\\|"))
                .filter(value -> !label.get().allowed(List.of()).contains(value))
                .forEach(value -> wrong.add("no " + label.get().word() + " " + value));
    }
}
