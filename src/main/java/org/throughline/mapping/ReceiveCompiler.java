package org.throughline.mapping;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.throughline.mapping.cel.Answer;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;

/** Compiles {@code receive}: how the hub knows that the right file arrived, whole and on time. */
final class ReceiveCompiler {

    private static final Set<String> KEYS = Set.of(
            "route", "name", "complete", "period", "content", "snapshot", "snapshot_if", "hold_file_if", "zone", "due");
    private static final Set<String> CONTENTS = Set.of("snapshot", "changes", "append", "events", "restatement");
    private static final String DEFAULT_ZONE = "America/New_York";
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");
    private static final Map<String, ValueType> COUNTS = countTypes();

    private final Findings findings;
    private final Section section;
    private final Optional<Pattern> name;
    private final Set<String> captures = new LinkedHashSet<>();

    ReceiveCompiler(Section section, Findings findings) {
        this.findings = findings;
        this.section = section;
        this.name = section.text("name").flatMap(this::pattern);
    }

    static ReceiveCompiler of(Section feed, Findings findings) {
        return new ReceiveCompiler(Section.of(feed.required("receive"), feed, "`receive`", KEYS), findings);
    }

    private static Map<String, ValueType> countTypes() {
        Map<String, ValueType> counts = new LinkedHashMap<>();
        counts.put("rows", ValueType.INTEGER);
        counts.put("bad_rows", ValueType.INTEGER);
        counts.put("last_rows", ValueType.INTEGER);
        return counts;
    }

    private Optional<Pattern> pattern(Text text) {
        try {
            Pattern pattern = Pattern.compile(text.text());
            Matcher group = GROUP.matcher(text.text());
            while (group.find()) {
                captures.add(group.group(1));
            }
            return Optional.of(pattern);
        } catch (PatternSyntaxException broken) {
            findings.report(
                    text.at(Math.max(0, broken.getIndex())),
                    "This is not a regular expression: " + broken.getDescription() + ".");
            return Optional.empty();
        }
    }

    /** The sender's zone. */
    ZoneId zone() {
        Optional<Text> zone = section.text("zone");
        try {
            return ZoneId.of(zone.map(Text::text).orElse(DEFAULT_ZONE));
        } catch (DateTimeException unknown) {
            findings.report(
                    zone.orElseThrow().mark(),
                    "`" + zone.get().text() + "` is not a time zone; expected one such as " + DEFAULT_ZONE + ".");
            return ZoneId.of(DEFAULT_ZONE);
        }
    }

    /** The facts that every file of the feed has, with their types. */
    Map<String, ValueType> facts() {
        Map<String, ValueType> facts = new LinkedHashMap<>();
        facts.put("file.name", ValueType.STRING);
        captures.forEach(capture -> facts.put("file." + capture, ValueType.STRING));
        facts.put("received.on", ValueType.DATE);
        if (section.has("period")) {
            facts.put("period.from", ValueType.DATE);
            facts.put("period.to", ValueType.DATE);
        }
        return facts;
    }

    /**
     * The compiled rules.
     *
     * @param names the facts; those used are counted
     * @param table the fields of the one file; empty for a bundle
     */
    Receive receive(Names names, Optional<SourceTable> table) {
        section.required("content");
        Content content = section.word("content", CONTENTS)
                .map(word -> Content.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
                .orElse(Content.APPEND);
        DueCheck.check(section, findings);
        CompleteCompiler complete = new CompleteCompiler(section, findings);
        List<TotalRule> totals = complete.totals(table);
        return new Receive(
                fileName(),
                content,
                new PeriodCompiler(names, captures).rule(section),
                snapshotIf(names, content),
                holdFileIf(),
                limit(content),
                complete.doneFile(),
                zone(),
                totals);
    }

    private FileName fileName() {
        if (name.isEmpty()) {
            return fileName -> Optional.of(Map.of());
        }
        Pattern pattern = name.get();
        Set<String> groups = Set.copyOf(captures);
        return fileName -> {
            Matcher matcher = pattern.matcher(fileName);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Map<String, String> found = new LinkedHashMap<>();
            groups.stream()
                    .filter(group -> matcher.group(group) != null)
                    .sorted()
                    .forEach(group -> found.put(group, matcher.group(group)));
            return Optional.of(found);
        };
    }

    private FactRule snapshotIf(Names names, Content content) {
        snapshotOnly("snapshot_if", content);
        Optional<Formula> formula = section.text("snapshot_if").flatMap(text -> names.question(text, "`snapshot_if`"));
        return formula.<FactRule>map(question -> facts -> question.expression()
                        .answer(name -> facts.values().get(name))
                        .yes())
                .orElse(facts -> true);
    }

    private void snapshotOnly(String key, Content content) {
        if (section.has(key) && content != Content.SNAPSHOT) {
            findings.report(section.mark(key), "`" + key + "` goes with `content: snapshot` only.");
        }
    }

    /** A rule that cannot be answered holds the file. */
    private CountRule holdFileIf() {
        Names counts = Names.ofFacts(COUNTS, findings);
        Optional<Formula> formula =
                section.text("hold_file_if").flatMap(text -> counts.question(text, "`hold_file_if`"));
        return formula.<CountRule>map(question -> (rows, badRows, lastRows) -> {
                    Map<String, Object> values = Map.of("rows", rows, "bad_rows", badRows, "last_rows", lastRows);
                    Answer answer = question.expression().answer(values::get);
                    return !answer.given() || answer.yes();
                })
                .orElse((rows, badRows, lastRows) -> false);
    }

    private SnapshotLimit limit(Content content) {
        snapshotOnly("snapshot", content);
        Section snapshot = Section.of(section.tree("snapshot"), section, "`snapshot`", Set.of("close_at_most"));
        Section most =
                Section.of(snapshot.tree("close_at_most"), snapshot, "`close_at_most`", Set.of("records", "percent"));
        return new SnapshotLimit((long) atMost(most, "records", 3), atMost(most, "percent", 5));
    }

    private double atMost(Section most, String key, int limit) {
        Optional<Text> text = most.text(key);
        if (text.isEmpty()) {
            return limit;
        }
        String pattern = key.equals("records") ? "\\d{1,3}" : "\\d{1,3}(\\.\\d+)?";
        if (!text.get().text().matches(pattern) || Double.parseDouble(text.get().text()) > limit) {
            findings.report(
                    text.get().mark(),
                    "`" + key + "` is `" + text.get().text() + "`, but must be a number from 0 to " + limit
                            + "; the limit can only be lowered.");
            return limit;
        }
        return Double.parseDouble(text.get().text());
    }
}
