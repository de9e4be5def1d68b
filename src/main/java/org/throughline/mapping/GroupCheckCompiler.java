package org.throughline.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.mapping.cel.ExpressionScope;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;

/** Compiles what a check over groups has besides: the fields that make a group, and the figures over its records. */
final class GroupCheckCompiler {
    private static final Set<String> KEYS = Set.of("count", "sum", "min", "max", "when");
    private static final Set<ValueType> NUMBERS = Set.of(ValueType.INTEGER, ValueType.NUMBER);

    private final Names names;
    private final Findings findings;

    GroupCheckCompiler(Names names) {
        this.names = names;
        this.findings = names.findings();
    }

    /** The fields named under {@code over}. */
    List<SourceField> over(Section check) {
        List<SourceField> over = new ArrayList<>();
        for (Text name : check.texts("over")) {
            names.named(name)
                    .ifPresent(named -> named.field()
                            .ifPresentOrElse(
                                    over::add,
                                    () -> findings.report(
                                            name.mark(),
                                            "`over` takes fields of the source; the fact `" + name.text()
                                                    + "` is the same for all records.")));
        }
        return over;
    }

    /** The figures named under {@code of}. */
    List<GroupFigure> figures(Section check, String where) {
        List<GroupFigure> figures = new ArrayList<>();
        check.required("of");
        check.entries("of").forEach((name, entry) -> figure(name, entry, where).ifPresent(figures::add));
        return figures;
    }

    private Optional<GroupFigure> figure(String name, Branch.Entry entry, String where) {
        if (!ExpressionScope.canName(name) || names.field(name).isPresent()) {
            findings.report(
                    entry.mark(),
                    "`" + name + "` cannot be the name of a figure; take letters and digits, and no field's name.");
            return Optional.empty();
        }
        Section section = Section.of(entry.value(), "a figure", KEYS, findings);
        List<String> kinds =
                GroupFigure.Kind.WORDS.stream().filter(section::has).sorted().toList();
        if (kinds.size() != 1) {
            findings.report(
                    entry.mark(),
                    "The figure `" + name + "` needs one of count: records, sum, min and max with a field.");
            return Optional.empty();
        }
        GroupFigure.Kind kind = GroupFigure.Kind.valueOf(kinds.get(0).toUpperCase(java.util.Locale.ROOT));
        Optional<Formula> when =
                section.text("when").flatMap(text -> names.question(text, "`when` of the figure `" + name + "`"));
        Optional<Text> of = section.text(kinds.get(0));
        return kind == GroupFigure.Kind.COUNT
                ? of.flatMap(this::records).map(counted -> new GroupFigure(name, kind, Optional.empty(), when))
                : of.flatMap(text -> number(text, where))
                        .map(field -> new GroupFigure(name, kind, Optional.of(field), when));
    }

    private Optional<Text> records(Text word) {
        if (!word.text().equals("records")) {
            findings.report(word.mark(), "`count` counts records: write count: records.");
            return Optional.empty();
        }
        return Optional.of(word);
    }

    private Optional<SourceField> number(Text text, String where) {
        Optional<SourceField> field = names.named(text).flatMap(Named::field);
        if (field.isPresent() && !NUMBERS.contains(field.get().type())) {
            findings.report(
                    text.mark(),
                    "The figures of " + where + " take numbers, but `" + text.text() + "` is "
                            + field.get().type().described() + ".");
            return Optional.empty();
        }
        return field;
    }

    /** What the question of such a check can name: the fields of the group, the facts and the figures. */
    Names inGroup(List<SourceField> over, List<GroupFigure> figures) {
        Map<String, ValueType> known = new LinkedHashMap<>();
        names.factNames().forEach(fact -> known.put(fact, names.factType(fact).orElseThrow()));
        figures.forEach(figure -> known.put(figure.name(), figure.type()));
        return new Names(SourceTable.of(over, Map.of(), false), known, names.zone(), findings);
    }

    /** Reports what such a check cannot do, with what to write instead. */
    void refuse(Section check, String key, String instead) {
        if (check.has(key)) {
            findings.report(check.mark(key), "A check over groups takes no `" + key + "`; " + instead);
        }
    }

    /** Reports figures that the check does not use. */
    void unused(Section check, List<GroupFigure> figures, Set<String> used) {
        for (GroupFigure figure : figures) {
            if (!used.contains(figure.name())) {
                findings.report(
                        check.entries("of").get(figure.name()).mark(),
                        "The figure `" + figure.name() + "` is used nowhere; use it or remove it."
                                + Nearest.hint(figure.name(), used));
            }
        }
    }
}
