package org.throughline.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles {@code write}: which canonical records a source record becomes. */
final class WriteCompiler {

    private static final Set<String> KEYS =
            Set.of("to", "key", "when", "retract_when", "silent_when", "updated", "absent", "set");

    private final Names names;
    private final Findings findings;
    private final KeyShapes shapes;
    private final KeyCompiler keys;
    private final Map<String, Optional<CodeSet>> codes;
    private final Set<String> usedCodes = new LinkedHashSet<>();
    private final Map<Entity, Boolean> closing = new EnumMap<>(Entity.class);

    WriteCompiler(Names names, Map<String, Optional<CodeSet>> codes, KeyShapes shapes) {
        this.names = names;
        this.findings = names.findings();
        this.shapes = shapes;
        this.keys = new KeyCompiler(names, shapes);
        this.codes = codes;
    }

    /** The rules of a list of entries, or of a map of entries with names of their author's own. */
    List<WriteRule> writes(Tree tree, Section member) {
        List<Tree> entries = tree instanceof Branch map
                ? map.entries().values().stream().map(Branch.Entry::value).toList()
                : member.items("write");
        List<WriteRule> rules = new ArrayList<>();
        for (Tree entry : entries) {
            write(entry, rules.isEmpty()).ifPresent(rules::add);
        }
        return rules;
    }

    /** The code sets that were used. */
    Set<String> usedCodes() {
        return usedCodes;
    }

    private Optional<WriteRule> write(Tree tree, boolean first) {
        Section section = Section.of(tree, "an entry under `write`", KEYS, findings);
        Optional<Entity> entity = section.requiredText("to").flatMap(this::entity);
        Optional<KeyRule> key = section.required("key").flatMap(keys::key);
        Optional<Formula> when = section.text("when").flatMap(text -> names.question(text, "`when`"));
        Optional<Formula> retract =
                section.text("retract_when").flatMap(text -> names.question(text, "`retract_when`"));
        Optional<Formula> silent = section.text("silent_when").flatMap(text -> names.question(text, "`silent_when`"));
        Optional<Named> updated = section.text("updated").flatMap(this::updated);
        section.required("set");
        List<SetField> set = entity.map(known -> set(known, section)).orElse(List.of());
        boolean closes = entity.map(known -> closes(known, section)).orElse(false);
        if (entity.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        shapes.writes(entity.get(), key.get().parts().size());
        return Optional.of(new WriteRule(
                entity.get(),
                first,
                key.get(),
                new WriteConditions(when, retract, silent),
                updated,
                closes,
                new SetLines(set)));
    }

    private Optional<Entity> entity(Text to) {
        Optional<Entity> entity = Entity.named(to.text());
        if (entity.isEmpty()) {
            List<String> tables =
                    Arrays.stream(Entity.values()).map(Entity::table).toList();
            String hint = Nearest.hint(to.text(), tables);
            findings.report(
                    to.mark(),
                    "`" + to.text() + "` is not a canonical record"
                            + (hint.isEmpty() ? "; there are " + String.join(", ", tables) + "." : ".") + hint);
        }
        return entity;
    }

    private Optional<Named> updated(Text text) {
        return names.named(text).filter(named -> {
            boolean fits = named.type() == ValueType.DATETIME || named.type() == ValueType.DATE;
            if (!fits) {
                findings.report(
                        text.mark(),
                        "`updated` takes a datetime or a date, but `" + named.name() + "` is "
                                + named.type().described() + ".");
            }
            return fits;
        });
    }

    private boolean closes(Entity entity, Section section) {
        boolean closes = section.word("absent", Set.of("close", "keep"))
                .map("close"::equals)
                .orElse(entity.span().from().isPresent());
        Boolean before = closing.putIfAbsent(entity, closes);
        if (before != null && before != closes) {
            findings.report(
                    section.mark("absent"),
                    "A snapshot that leaves out a " + entity.table() + (closes ? " closes" : " keeps")
                            + " it here, but not in another entry; say the same under `absent` in both.");
        }
        return closes;
    }

    private List<SetField> set(Entity entity, Section section) {
        SetCompiler compiler = new SetCompiler(names, codes, usedCodes, keys);
        List<SetField> lines = new ArrayList<>();
        Map<String, Branch.Entry> entries = section.entries("set");
        List<String> known = entity.fields().stream().map(Field::name).toList();
        entries.forEach((name, entry) -> {
            if (!known.contains(name)) {
                findings.report(entry.mark(), unknown(entity, name, known));
            }
        });
        for (Field field : entity.fields()) {
            Optional.ofNullable(entries.get(field.name()))
                    .flatMap(entry -> line(compiler, field, entry))
                    .ifPresent(lines::add);
        }
        neverSet(entity, entries.keySet(), section.mark("to"));
        return lines;
    }

    private Optional<SetField> line(SetCompiler compiler, Field field, Branch.Entry entry) {
        if (entry.value().isNull()) {
            findings.report(entry.mark(), "`" + field.name() + "` has no value; name a field or leave the line out.");
            return Optional.empty();
        }
        return compiler.line(field, entry.value());
    }

    private static String unknown(Entity entity, String name, List<String> known) {
        String hint = Nearest.hint(name, known);
        return "`" + name + "` is not a field of " + entity.table()
                + (hint.isEmpty() ? "; its fields are " + String.join(", ", known) + "." : ".") + hint;
    }

    private void neverSet(Entity entity, Set<String> set, Mark mark) {
        String missing = entity.fields().stream()
                .filter(Field::required)
                .map(Field::name)
                .filter(name -> !set.contains(name))
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            findings.report(
                    mark, "Nothing sets " + missing + ", without which no " + entity.table() + " can be stored.");
        }
    }
}
