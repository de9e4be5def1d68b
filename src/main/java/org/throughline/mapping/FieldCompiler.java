package org.throughline.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.mapping.cel.ExpressionScope;
import org.throughline.mapping.value.Blanks;
import org.throughline.mapping.value.Cell;
import org.throughline.mapping.value.Cells;
import org.throughline.mapping.value.DayPattern;
import org.throughline.mapping.value.Days;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.problem.Level;

/** Compiles one entry under {@code source.fields}. */
final class FieldCompiler {

    private static final Set<String> KEYS = Set.of(
            "column",
            "aka",
            "type",
            "format",
            "constraints",
            "pii",
            "trueValues",
            "falseValues",
            "missingValues",
            "on_error",
            "optional");

    private final Findings findings;
    private final ZoneId zone;
    private final List<String> missing;
    private final Set<String> keys;

    /**
     * Compiles fields.
     *
     * @param missing cells that count as empty unless a field says otherwise
     * @param formatKeys keys that a field of this format may have beyond the common ones
     */
    FieldCompiler(Findings findings, ZoneId zone, List<String> missing, Set<String> formatKeys) {
        this.findings = findings;
        this.zone = zone;
        this.missing = missing;
        this.keys = new LinkedHashSet<>(KEYS);
        keys.addAll(formatKeys);
    }

    /** Opens the entry of a field. */
    Section section(String name, Branch.Entry entry) {
        if (!ExpressionScope.canName(name)) {
            findings.report(
                    entry.mark(),
                    "`" + name + "` cannot be the name of a field; use letters, digits and underscores, and no word of"
                            + " CEL such as in or true.");
        }
        return Section.of(entry.value(), "a field", keys, findings);
    }

    SourceField field(int index, String name, Section field) {
        String column = field.requiredText("column").map(Text::text).orElse(name);
        List<String> aka = field.texts("aka").stream().map(Text::text).toList();
        ValueType type = type(field);
        Read read = read(field, type);
        ConstraintCompiler constraints = new ConstraintCompiler(findings, type, read.cell());
        List<Constraint> all = constraints.constraints(field);
        Level broken = field.word("on_error", Set.of("hold_row", "warn"))
                .flatMap(Level::of)
                .orElse(Level.HOLD_ROW);
        return new SourceField(
                index,
                name,
                column,
                aka,
                type,
                read.cell(),
                read.expected(),
                constraints.required(),
                all,
                new Blanks(missing(field)),
                field.flag("optional", false),
                read.shortYear(),
                broken,
                FieldWords.of(field));
    }

    /** How a cell is read, and what it must be. */
    private record Read(Cell cell, String expected, boolean shortYear) {
        Read(Cell cell, String expected) {
            this(cell, expected, false);
        }
    }

    private ValueType type(Section field) {
        Optional<Text> type = field.requiredText("type");
        if (type.isEmpty()) {
            return ValueType.STRING;
        }
        return ValueType.of(type.get().text()).orElseGet(() -> {
            findings.report(
                    type.get().mark(),
                    "`" + type.get().text() + "` is not a type; the types are "
                            + String.join(", ", ValueType.words()) + "."
                            + Nearest.hint(type.get().text(), ValueType.words()));
            return ValueType.STRING;
        });
    }

    private Set<String> missing(Section field) {
        return field.has("missingValues")
                ? field.texts("missingValues").stream().map(Text::text).collect(Collectors.toSet())
                : new LinkedHashSet<>(missing);
    }

    private Read read(Section field, ValueType type) {
        only(
                field,
                "format",
                type == ValueType.DATE || type == ValueType.DATETIME || type == ValueType.YEARMONTH,
                type);
        only(field, "trueValues", type == ValueType.BOOLEAN, type);
        only(field, "falseValues", type == ValueType.BOOLEAN, type);
        return switch (type) {
            case STRING -> new Read(Cells.text(), "text");
            case INTEGER -> new Read(Cells.whole(), "a whole number");
            case NUMBER -> new Read(Cells.number(), "a number with a point for its decimals");
            case BOOLEAN -> truth(field);
            case DATE -> dated(field, type, List.of("yyyy-MM-dd"));
            case YEARMONTH -> dated(field, type, List.of("yyyy-MM"));
            case DATETIME ->
                dated(
                        field,
                        type,
                        List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS][XX" + "X]"));
        };
    }

    private void only(Section field, String key, boolean fits, ValueType type) {
        if (field.has(key) && !fits) {
            findings.report(field.mark(key), "`" + key + "` says nothing about a field of type " + type.word() + ".");
        }
    }

    private Read truth(Section field) {
        List<String> yes = words(field, "trueValues", Cells.TRUE_WORDS);
        List<String> no = words(field, "falseValues", Cells.FALSE_WORDS);
        yes.stream()
                .filter(no::contains)
                .forEach(both -> findings.report(
                        field.mark("trueValues"), "`" + both + "` is both a true value and a false value."));
        return new Read(
                Cells.truth(yes, no), "one of " + String.join(", ", yes) + " or one of " + String.join(", ", no));
    }

    private static List<String> words(Section field, String key, List<String> otherwise) {
        return field.has(key) ? field.texts(key).stream().map(Text::text).toList() : otherwise;
    }

    private Read dated(Section field, ValueType type, List<String> otherwise) {
        List<DayPattern> patterns = new ArrayList<>();
        if (!field.has("format")) {
            otherwise.forEach(text -> DayPattern.of(text).ifPresent(patterns::add));
        }
        for (Text text : field.texts("format")) {
            Optional<DayPattern> pattern = DayPattern.of(text.text())
                    .filter(known -> type == ValueType.YEARMONTH ? known.tellsMonth() : known.tellsDay());
            if (pattern.isEmpty()) {
                findings.report(
                        text.mark(),
                        "`" + text.text() + "` is not a date pattern that tells " + type.described()
                                + "; use letters such as yyyy, MM, dd, HH, mm, ss.");
            }
            pattern.ifPresent(patterns::add);
        }
        Days days = new Days(patterns, zone);
        Cell cell = type == ValueType.DATE ? days.day() : type == ValueType.YEARMONTH ? days.month() : days.time();
        String formats = field.has("format")
                ? field.texts("format").stream().map(Text::text).collect(Collectors.joining(" or "))
                : otherwise.get(0);
        return new Read(
                cell,
                type.described() + " written as " + formats,
                patterns.stream().anyMatch(DayPattern::shortYear));
    }
}
