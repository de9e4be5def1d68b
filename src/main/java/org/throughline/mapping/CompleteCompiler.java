package org.throughline.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles {@code complete}: the file that tells that another is whole, and what it states about it. */
final class CompleteCompiler {
    private static final Set<String> KEYS = Set.of("done_file", "rows", "sha256", "totals");
    private static final Set<String> TAKEN = Set.of("file", "rows", "sha256");
    private static final Set<ValueType> SUMMED = Set.of(ValueType.INTEGER, ValueType.NUMBER);

    private final Section receive;
    private final Section complete;
    private final Findings findings;

    CompleteCompiler(Section receive, Findings findings) {
        this.receive = receive;
        this.complete = Section.of(receive.tree("complete"), receive, "`complete`", KEYS);
        this.findings = findings;
    }

    Optional<String> doneFile() {
        complete.word("rows", Set.of("rows"));
        complete.word("sha256", Set.of("sha256"));
        Optional<Text> name = complete.text("done_file");
        if (receive.has("complete") && name.isEmpty()) {
            findings.report(receive.mark("complete"), "`complete` names no `done_file`.");
        }
        name.filter(text -> !text.text().contains("{name}"))
                .ifPresent(text -> findings.report(
                        text.mark(), "The done-file's name must hold {name} for the name of the file."));
        return name.map(Text::text);
    }

    /** The totals; in a bundle there are none. */
    List<TotalRule> totals(Optional<SourceTable> table) {
        if (table.isEmpty() && complete.has("totals")) {
            findings.report(complete.mark("totals"), "`totals` go with a mapping of one file, not with a bundle.");
        }
        List<TotalRule> totals = new ArrayList<>();
        table.ifPresent(source -> complete.entries("totals")
                .forEach((name, entry) -> total(name, entry.value(), source).ifPresent(totals::add)));
        return totals;
    }

    private Optional<TotalRule> total(String name, Tree tree, SourceTable table) {
        Section section = Section.of(tree, "a total", Set.of("distinct", "sum"), findings);
        if (TAKEN.contains(name) || !name.equals(name.toLowerCase(java.util.Locale.ROOT))) {
            findings.report(section.mark(), "A total has a name of its own in small letters, not `" + name + "`.");
        }
        if (section.has("distinct") == section.has("sum")) {
            findings.report(section.mark(), "A total is either `distinct` or `sum` of a field.");
            return Optional.empty();
        }
        boolean distinct = section.has("distinct");
        return section.text(distinct ? "distinct" : "sum")
                .filter(field -> fits(field, distinct, table))
                .map(field -> new TotalRule(name, distinct, field.text()));
    }

    private boolean fits(Text field, boolean distinct, SourceTable table) {
        SourceField known = table.field(field.text());
        if (known == null) {
            findings.report(
                    field.mark(),
                    "`" + field.text() + "` is not a field."
                            + Nearest.hint(field.text(), table.byName().keySet()));
            return false;
        }
        if (!distinct && !SUMMED.contains(known.type())) {
            findings.report(
                    field.mark(),
                    "`sum` takes a number, but `" + field.text() + "` is "
                            + known.type().described() + ".");
            return false;
        }
        return true;
    }
}
