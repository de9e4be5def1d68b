package org.throughline.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.mapping.value.Cell;
import org.throughline.mapping.value.Cells;
import org.throughline.mapping.value.DayPattern;
import org.throughline.mapping.value.Days;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Sequence;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles {@code tests}: the examples inside a mapping. */
final class TestCompiler {

    private static final Set<String> KEYS = Set.of("name", "given", "facts", "expect");
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);
    private static final String PROBLEMS = "problems";

    private final Names names;
    private final Findings findings;
    private final SourceTable table;
    private final List<Entity> written;

    TestCompiler(Names names, SourceTable table, List<WriteRule> writes) {
        this.names = names;
        this.findings = names.findings();
        this.table = table;
        this.written = writes.stream().map(WriteRule::entity).distinct().toList();
    }

    List<TestCase> tests(Section member) {
        List<TestCase> tests = new ArrayList<>();
        Set<String> called = new HashSet<>();
        for (Tree item : member.items("tests")) {
            Section section = Section.of(item, "a test", KEYS, findings);
            Optional<Text> name = section.requiredText("name");
            name.filter(text -> !called.add(text.text()))
                    .ifPresent(text -> findings.report(text.mark(), "Two tests are called `" + text.text() + "`."));
            name.ifPresent(text -> tests.add(test(section, text)));
        }
        return tests;
    }

    private TestCase test(Section section, Text name) {
        section.required("given");
        Map<String, String> given = new LinkedHashMap<>();
        Set<String> columns = columns();
        section.textEntries("given").forEach((column, cell) -> {
            if (!columns.contains(column)) {
                findings.report(
                        cell.mark(), "`" + column + "` is not a column of this file." + Nearest.hint(column, columns));
            }
            given.put(column, cell.unset() ? "" : cell.text());
        });
        Map<String, Object> facts = new LinkedHashMap<>();
        section.textEntries("facts").forEach((fact, text) -> fact(fact, text).ifPresent(v -> facts.put(fact, v)));
        section.required("expect");
        List<ExpectedRecords> expected = new ArrayList<>();
        section.entries("expect").forEach((key, entry) -> {
            if (!key.equals(PROBLEMS)) {
                entity(key, entry).ifPresent(expected::add);
            }
        });
        return new TestCase(name.text(), name.mark(), given, facts, expected, problems(section));
    }

    private Optional<List<String>> problems(Section section) {
        return section.tree("expect")
                .filter(tree -> tree instanceof Branch map && map.entries().containsKey(PROBLEMS))
                .map(tree -> Section.open(tree, "`expect`", findings).texts(PROBLEMS).stream()
                        .map(Text::text)
                        .toList());
    }

    private Set<String> columns() {
        Set<String> columns = new HashSet<>(table.ignored().keySet());
        table.fields().forEach(field -> {
            columns.add(field.column());
            columns.addAll(field.aka());
        });
        return columns;
    }

    private Optional<Object> fact(String name, Text text) {
        Optional<ValueType> type = names.factType(name);
        if (type.isEmpty()) {
            findings.report(
                    text.mark(),
                    "`" + name + "` is not a fact of this mapping." + Nearest.hint(name, names.factNames()));
            return Optional.empty();
        }
        Object value = cell(type.get()).value(text.text(), ANY_DAY);
        if (value == null) {
            findings.report(
                    text.mark(), "The fact `" + name + "` must be " + type.get().described() + ".");
        }
        return Optional.ofNullable(value);
    }

    private static Cell cell(ValueType type) {
        Days days = new Days(
                List.of(
                        DayPattern.of("yyyy-MM-dd[ HH:mm:ss]").orElseThrow(),
                        DayPattern.of("yyyy-MM").orElseThrow()),
                java.time.ZoneOffset.UTC);
        return switch (type) {
            case STRING -> Cells.text();
            case INTEGER -> Cells.whole();
            case NUMBER -> Cells.number();
            case BOOLEAN -> Cells.truth(Cells.TRUE_WORDS, Cells.FALSE_WORDS);
            case DATE -> days.day();
            case DATETIME -> days.time();
            case YEARMONTH -> days.month();
        };
    }

    private Optional<ExpectedRecords> entity(String key, Branch.Entry entry) {
        Optional<Entity> entity = Entity.named(key).filter(written::contains);
        if (entity.isEmpty()) {
            List<String> tables = written.stream().map(Entity::table).collect(Collectors.toList());
            tables.add(PROBLEMS);
            findings.report(entry.mark(), "This file writes no `" + key + "`." + Nearest.hint(key, tables));
            return Optional.empty();
        }
        Tree value = entry.value();
        if (value instanceof Text text) {
            return state(text).map(state -> new ExpectedRecords(entity.get(), state, List.of()));
        }
        List<Tree> items = value instanceof Sequence list ? list.items() : List.of(value);
        List<Map<String, Text>> records =
                items.stream().map(item -> fields(entity.get(), item)).toList();
        return Optional.of(new ExpectedRecords(entity.get(), ExpectedRecords.State.WRITTEN, records));
    }

    private Optional<ExpectedRecords.State> state(Text text) {
        return switch (text.text()) {
            case "absent" -> Optional.of(ExpectedRecords.State.ABSENT);
            case "retracted" -> Optional.of(ExpectedRecords.State.RETRACTED);
            default -> {
                findings.report(text.mark(), "Expected a map of fields, a list of them, absent or retracted.");
                yield Optional.empty();
            }
        };
    }

    private Map<String, Text> fields(Entity entity, Tree item) {
        Set<String> known = entity.fields().stream().map(Field::name).collect(Collectors.toSet());
        return Section.of(item, "an expected " + entity.table(), known, findings)
                .texts();
    }
}
