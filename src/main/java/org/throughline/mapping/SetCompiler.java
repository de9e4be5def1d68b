package org.throughline.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.canonical.Field;
import org.throughline.canonical.FieldType;
import org.throughline.mapping.value.Clean;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles one line under {@code set}: where the value of a canonical field comes from. */
final class SetCompiler {

    private static final Set<String> KEYS = Set.of("from", "clean", "codes", "when", "value", "expr", "key");
    private static final List<String> ORIGINS = List.of("from", "value", "expr", "key");

    private final Names names;
    private final Findings findings;
    private final Map<String, Optional<CodeSet>> codes;
    private final Set<String> usedCodes;
    private final KeyCompiler keys;

    SetCompiler(Names names, Map<String, Optional<CodeSet>> codes, Set<String> usedCodes, KeyCompiler keys) {
        this.names = names;
        this.findings = names.findings();
        this.codes = codes;
        this.usedCodes = usedCodes;
        this.keys = keys;
    }

    Optional<SetField> line(Field field, Tree tree) {
        if (tree instanceof Text text) {
            return names.named(text).flatMap(named -> moved(field, named, text));
        }
        Section section = Section.of(tree, "a line under `set`", KEYS, findings);
        List<String> origins = ORIGINS.stream().filter(section::names).toList();
        if (origins.size() != 1) {
            findings.report(tree.mark(), "The value of `" + field.name() + "` needs one of from, value, expr and key.");
            return Optional.empty();
        }
        if (!origins.get(0).equals("from")) {
            List.of("clean", "codes").stream()
                    .filter(section::names)
                    .forEach(key -> findings.report(section.mark(key), "`" + key + "` goes with `from` only."));
        }
        Optional<SetField> line = switch (origins.get(0)) {
            case "from" -> from(field, section);
            case "value" -> section.text("value").flatMap(text -> constant(field, text));
            case "expr" -> section.text("expr").flatMap(text -> expression(field, text));
            default -> section.tree("key").flatMap(key -> reference(field, key));
        };
        Optional<Formula> when =
                section.text("when").flatMap(text -> names.question(text, "`when` of `" + field.name() + "`"));
        return line.map(set -> when.map(formula -> guarded(set, formula)).orElse(set));
    }

    private static SetField guarded(SetField set, Formula when) {
        List<SourceField> sources = new ArrayList<>(set.sources());
        sources.addAll(when.fields());
        return new SetField(set.field(), new GuardedSlot(when, set.slot()), sources);
    }

    private Optional<SetField> from(Field field, Section section) {
        Optional<Text> from = section.text("from");
        Optional<Named> named = from.flatMap(names::named);
        if (!section.has("clean") && !section.has("codes")) {
            return named.flatMap(known -> moved(field, known, from.get()));
        }
        List<Clean> cleans = cleans(section, named);
        if (section.has("codes")) {
            return coded(field, section, named, cleans);
        }
        if (field.type() != FieldType.TEXT) {
            findings.report(
                    section.mark("clean"),
                    "`clean` gives text, but `" + field.name() + "` is " + word(field.type()) + ".");
            return Optional.empty();
        }
        return named.map(known -> new SetField(field, row -> cleaned(known.value(row), cleans), sources(known)));
    }

    private List<Clean> cleans(Section section, Optional<Named> named) {
        List<Clean> cleans = new ArrayList<>();
        for (Text word : section.texts("clean")) {
            Optional<Clean> clean = Clean.of(word.text());
            if (clean.isEmpty()) {
                findings.report(
                        word.mark(),
                        "`" + word.text() + "` is not a way to clean; there are " + String.join(", ", Clean.words())
                                + "." + Nearest.hint(word.text(), Clean.words()));
            }
            clean.ifPresent(cleans::add);
        }
        named.filter(known -> section.has("clean") && known.type() != ValueType.STRING)
                .ifPresent(known -> findings.report(
                        section.mark("clean"),
                        "`clean` takes text, but `" + known.name() + "` is "
                                + known.type().described() + "."));
        return cleans;
    }

    private static String cleaned(Object value, List<Clean> cleans) {
        if (value == null) {
            return null;
        }
        String text = org.throughline.mapping.value.Written.text(value);
        for (Clean clean : cleans) {
            text = clean.apply(text);
        }
        return text.isEmpty() ? null : text;
    }

    private Optional<SetField> coded(Field field, Section section, Optional<Named> named, List<Clean> cleans) {
        Optional<CodeSet> set = section.text("codes").flatMap(this::codeSet);
        if (field.type() != FieldType.TEXT) {
            findings.report(
                    section.mark("codes"),
                    "`codes` gives a code, but `" + field.name() + "` is " + word(field.type()) + ".");
            return Optional.empty();
        }
        Optional<SourceField> source = named.flatMap(Named::field);
        if (named.isPresent() && source.isEmpty()) {
            findings.report(section.mark("codes"), "`codes` takes a field of the source, not a fact.");
        }
        if (set.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        CodeSlot slot = new CodeSlot(source.get(), row -> cleaned(row.value(source.get()), cleans), set.get());
        return Optional.of(new SetField(field, slot, List.of(source.get())));
    }

    private Optional<CodeSet> codeSet(Text name) {
        usedCodes.add(name.text());
        if (!codes.containsKey(name.text())) {
            findings.report(
                    name.mark(),
                    "`" + name.text() + "` is not a code set of this file; it would stand under `codes`."
                            + Nearest.hint(name.text(), codes.keySet()));
        }
        return codes.getOrDefault(name.text(), Optional.empty());
    }

    private Optional<SetField> moved(Field field, Named named, Text place) {
        if (field.parent().isPresent()) {
            return keys.reference(field, place).map(key -> new SetField(field, key::text, key.fields()));
        }
        Optional<Slot> slot = Moves.move(field.type(), named, names.zone());
        if (slot.isEmpty()) {
            String instead = field.type() == FieldType.TEXT
                    ? " Declare the field as string, or use {expr: text(" + named.name() + ")}."
                    : "";
            findings.report(
                    place.mark(),
                    "`" + named.name() + "` is " + named.type().described() + ", but `" + field.name() + "` is "
                            + word(field.type()) + "." + instead);
        }
        return slot.map(move -> new SetField(field, move, sources(named)));
    }

    private Optional<SetField> constant(Field field, Text text) {
        Optional<Object> value = Moves.constant(field.type(), text.text());
        if (value.isEmpty()) {
            findings.report(
                    text.mark(),
                    "`" + text.text() + "` cannot be the value of `" + field.name() + "`, which is "
                            + word(field.type()) + ".");
        }
        return value.map(constant -> new SetField(field, new ConstantSlot(constant), List.of()));
    }

    private Optional<SetField> expression(Field field, Text text) {
        return names.formula(text, "`" + field.name() + "`").flatMap(formula -> {
            Optional<Slot> slot = Moves.expression(field.type(), formula);
            if (slot.isEmpty()) {
                findings.report(
                        text.mark(),
                        "The expression gives " + formula.expression().type().word() + ", but `" + field.name()
                                + "` is " + word(field.type()) + ".");
            }
            return slot.map(move -> new SetField(field, move, formula.fields()));
        });
    }

    private Optional<SetField> reference(Field field, Tree key) {
        if (field.parent().isEmpty()) {
            findings.report(key.mark(), "`" + field.name() + "` does not refer to another record; it takes no `key`.");
            return Optional.empty();
        }
        return keys.reference(field, key).map(rule -> new SetField(field, rule::text, rule.fields()));
    }

    private static List<SourceField> sources(Named named) {
        return named.field().map(List::of).orElse(List.of());
    }

    private static String word(FieldType type) {
        return switch (type) {
            case TEXT -> "text";
            case INTEGER -> "an integer";
            case DECIMAL -> "a number";
            case DATE -> "a date";
            case INSTANT -> "a datetime";
            case BOOLEAN -> "a boolean";
        };
    }
}
