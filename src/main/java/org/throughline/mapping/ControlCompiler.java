package org.throughline.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.throughline.format.fixedwidth.ControlCount;
import org.throughline.format.fixedwidth.ControlField;
import org.throughline.format.fixedwidth.ControlRecord;
import org.throughline.format.fixedwidth.ControlTotal;
import org.throughline.format.fixedwidth.FixedField;
import org.throughline.format.fixedwidth.FixedLayout;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Sequence;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles the header and the trailer of a file of fixed width: the fields that they must have, their counts and totals. */
final class ControlCompiler {
    private static final Set<String> KEYS = Set.of("type", "fields", "count", "totals", "ignore");

    private final Section bundle;
    private final Set<String> members;
    private final int typeStart;
    private final Findings findings;
    private final FixedPlaces places;

    /**
     * A compiler for one bundle.
     *
     * @param members types that have a file of their own, which says what else stands in them
     * @param typeStart where the type of a record starts
     */
    ControlCompiler(Section bundle, Set<String> members, int typeStart, Findings findings) {
        this.bundle = bundle;
        this.members = members;
        this.typeStart = typeStart;
        this.findings = findings;
        this.places = new FixedPlaces(findings);
    }

    Optional<ControlRecord> control(String key) {
        if (!bundle.has(key)) {
            return Optional.empty();
        }
        Section section = Section.of(bundle.tree(key), bundle, "`" + key + "`", KEYS);
        Optional<String> type = section.requiredText("type").map(Text::text);
        FixedLayoutCompiler layout = new FixedLayoutCompiler(findings);
        type.ifPresent(word -> layout.add(FixedField.text(word, typeStart, word.length()), section.mark("type")));
        List<ControlField> fields = fields(section, layout);
        List<ControlCount> counts = counts(section, layout);
        List<ControlTotal> totals = totals(section, layout);
        layout.ignored(section);
        boolean elsewhere = type.filter(members::contains).isPresent();
        int end = elsewhere ? FixedLayout.LONGEST : layout.end();
        if (!elsewhere) {
            layout.check(0, section.mark());
        }
        return type.map(word -> new ControlRecord(word, fields, counts, totals, end));
    }

    private List<ControlField> fields(Section control, FixedLayoutCompiler layout) {
        List<ControlField> fields = new ArrayList<>();
        control.entries("fields").forEach((name, entry) -> {
            Section section = Section.of(entry.value(), "a field", FixedPlaces.keysAnd("one_of", "pattern"), findings);
            List<String> oneOf =
                    section.texts("one_of").stream().map(Text::text).toList();
            Optional<Pattern> pattern = section.text("pattern").flatMap(this::pattern);
            place(section, name, entry.mark(), layout)
                    .ifPresent(field -> fields.add(new ControlField(field, oneOf, pattern)));
        });
        return fields;
    }

    private Optional<Pattern> pattern(Text text) {
        try {
            return Optional.of(Pattern.compile(text.text()));
        } catch (PatternSyntaxException e) {
            findings.report(text.mark(), "`pattern` is no regular expression: " + e.getDescription() + ".");
            return Optional.empty();
        }
    }

    private Optional<FixedField> place(Section section, String name, Mark mark, FixedLayoutCompiler layout) {
        Optional<FixedField> field = places.field(section, name, false);
        field.ifPresent(place -> layout.add(place, mark));
        return field;
    }

    private List<ControlCount> counts(Section control, FixedLayoutCompiler layout) {
        List<ControlCount> counts = new ArrayList<>();
        for (Tree item : list(control, "count")) {
            Section section = Section.of(item, "`count`", Set.of("at", "start", "length", "of"), findings);
            List<String> of = section.texts("of").stream()
                    .filter(this::known)
                    .map(Text::text)
                    .toList();
            place(section, "count", item.mark(), layout).ifPresent(field -> counts.add(new ControlCount(field, of)));
        }
        return counts;
    }

    private List<ControlTotal> totals(Section control, FixedLayoutCompiler layout) {
        List<ControlTotal> totals = new ArrayList<>();
        for (Tree item : list(control, "totals")) {
            Section section = Section.of(item, "a total", FixedPlaces.keysAnd("of", "sum", "name"), findings);
            Optional<String> of = section.requiredText("of").filter(this::known).map(Text::text);
            String name = section.requiredText("name").map(Text::text).orElse("");
            Optional<FixedField> summed = section.required("sum")
                    .map(sum -> Section.of(sum, "`sum`", FixedPlaces.KEYS, findings))
                    .flatMap(sum -> places.field(sum, name, true));
            Optional<FixedField> field = place(section, name, item.mark(), layout);
            if (of.isPresent() && summed.isPresent() && field.isPresent()) {
                totals.add(new ControlTotal(field.get(), of.get(), summed.get()));
            }
        }
        return totals;
    }

    private static List<Tree> list(Section control, String key) {
        Optional<Tree> tree = control.tree(key);
        return tree.map(value -> value instanceof Sequence list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    private boolean known(Text type) {
        if (!members.contains(type.text())) {
            findings.report(
                    type.mark(),
                    "The record type `" + type.text() + "` is not among the members."
                            + Nearest.hint(type.text(), members));
        }
        return members.contains(type.text());
    }
}
