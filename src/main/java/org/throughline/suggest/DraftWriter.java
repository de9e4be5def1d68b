package org.throughline.suggest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.canonical.Entity;
import org.throughline.canonical.FieldType;
import org.throughline.mapping.value.ValueType;
import org.throughline.profile.ColumnProfile;
import org.throughline.profile.HeaderWords;
import org.throughline.profile.PersonalKind;
import org.throughline.profile.SampleFormat;
import org.throughline.profile.SampleProfile;
import org.throughline.profile.YamlWord;

/** Writes a draft as its author will read it: what was decided, why, and what is left. */
final class DraftWriter {
    private final String id;
    private final Plan plan;
    private final SampleProfile sample;
    private final List<String> lines = new ArrayList<>();

    DraftWriter(String id, Plan plan, SampleProfile sample) {
        this.id = id;
        this.plan = plan;
        this.sample = sample;
    }

    String write(List<String> notes) {
        List<String> comments = new ArrayList<>();
        comments.add("# A draft from a sample of " + sample.records()
                + " records. Every line below is a suggestion with its reason;" + " read each one.");
        notes.forEach(note -> comments.add("# " + note));
        lines.addAll(head(id, String.join("\n", comments)));
        return body();
    }

    /** The draft of a bundle's member, which has no head of its own. */
    String writeMember(String file, List<String> parents) {
        lines.add("# " + file + ", drafted from " + sample.records() + " records.");
        sample.format().notes().forEach(note -> lines.add("# " + note));
        parents.forEach(reason -> lines.add("# Its " + reason + "."));
        return body();
    }

    private String body() {
        source();
        codes();
        new WriteSection(plan, lines).write();
        return String.join("\n", lines) + "\n";
    }

    /** What a feed's file begins with. */
    static List<String> head(String id, String comment) {
        return List.of(
                comment,
                "mapping: " + id,
                "version: 1",
                "status: draft",
                "title: " + YamlWord.of(id + ", drafted from a sample"),
                "",
                "receive:",
                "  route: upload",
                "  content: changes              # what is left out has not ended; say snapshot if every file holds"
                        + " everybody",
                "");
    }

    private void source() {
        SampleFormat format = sample.format();
        lines.add("source:");
        lines.add("  format: " + format.word());
        format.settings().forEach(setting -> lines.add("  " + setting));
        Set<String> missing = new LinkedHashSet<>();
        plan.taken().forEach(field -> missing.addAll(field.from().column().missing()));
        if (!missing.isEmpty()) {
            List<String> words = new ArrayList<>(List.of(""));
            words.addAll(missing);
            lines.add("  missingValues: " + YamlWord.list(words));
        }
        lines.add("  fields:");
        plan.taken().forEach(this::field);
        ignored();
    }

    private void field(Decided field) {
        ColumnProfile column = field.from().column();
        lines.add("    # " + field.reason() + "; " + placed(column) + filled(column));
        lines.add("    " + field.name() + ": {column: " + YamlWord.of(column.name()) + at(column) + type(field)
                + personal(field).map(kind -> ", pii: " + kind.word()).orElse("") + optional() + "}");
    }

    private Optional<SampleFormat.Place> place(ColumnProfile column) {
        return Optional.ofNullable(sample.format().places().get(column.name()));
    }

    private String placed(ColumnProfile column) {
        return place(column).map(place -> place.why() + "; ").orElse("");
    }

    private String at(ColumnProfile column) {
        return place(column).map(place -> ", at: " + place.at()).orElse("");
    }

    private static Optional<PersonalKind> personal(Decided field) {
        return field.from()
                .column()
                .personal()
                .or(() -> field.target()
                        .canonical()
                        .filter(one -> one.personal())
                        .map(one ->
                                PersonalKind.byName(HeaderWords.of(one.name())).orElse(PersonalKind.OTHER_ID)));
    }

    /** Writers of JSON and XML leave out what is empty. */
    private String optional() {
        return Set.of("json", "ndjson", "xml").contains(sample.format().word()) ? ", optional: true" : "";
    }

    private static String type(Decided field) {
        ColumnProfile column = field.from().column();
        FieldType wanted = field.target().canonical().map(one -> one.type()).orElse(FieldType.TEXT);
        boolean dated = wanted == FieldType.DATE || wanted == FieldType.INSTANT;
        if (!dated || column.filled() == 0) {
            return ", type: " + (dated ? word(wanted) : plain(wanted, column));
        }
        ValueType type = wanted == FieldType.DATE && column.type().type() == ValueType.DATETIME
                ? ValueType.DATE
                : column.type().type();
        return ", type: " + type.word() + ", format: "
                + YamlWord.of(field.from().formats().get(0));
    }

    private static String word(FieldType wanted) {
        return wanted == FieldType.DATE ? "date" : "datetime";
    }

    private static String plain(FieldType wanted, ColumnProfile column) {
        return switch (wanted) {
            case DECIMAL -> column.type().type() == ValueType.INTEGER ? "integer" : "number";
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
            default -> "string";
        };
    }

    private void ignored() {
        if (plan.left().isEmpty()) {
            return;
        }
        lines.add("  ignore:                       # decide on each: take it, or give the reason why not");
        for (ColumnProfile column : sample.columns()) {
            String reason = plan.left().get(column.name());
            if (reason != null) {
                lines.add("    # "
                        + place(column).map(place -> column.name() + ", ").orElse("") + placed(column) + facts(column));
                String name = place(column).map(place -> "at " + place.at()).orElse(column.name());
                lines.add("    " + YamlWord.of(name) + ": " + YamlWord.of(reason));
            }
        }
    }

    private static String facts(ColumnProfile column) {
        String personal = column.personal()
                .map(kind -> ", tells who somebody is (" + kind.word() + ")")
                .orElse("");
        Optional<String> shape = column.shapes().keySet().stream()
                .findFirst()
                .filter(any -> column.personal().isEmpty());
        String values = column.codes().isEmpty() ? "" : ", values " + shown(column.codes());
        return filled(column) + ", " + column.type().type().word() + personal
                + shape.filter(any -> values.isEmpty())
                        .map(one -> ", mostly " + one)
                        .orElse("") + values;
    }

    private static String shown(Map<String, Long> codes) {
        List<String> first = codes.keySet().stream().limit(8).toList();
        return String.join(", ", first) + (codes.size() > first.size() ? ", ..." : "");
    }

    private static String filled(ColumnProfile column) {
        return "filled " + column.fill() + " %, " + (column.more() ? "more than " : "") + column.distinct()
                + (column.distinct() == 1 ? " value" : " values");
    }

    private void codes() {
        List<Decided> coded = plan.fields().stream()
                .filter(field -> field.codes().isPresent())
                .toList();
        if (coded.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("codes:");
        for (Decided field : coded) {
            CodeMatch match = field.codes().get();
            lines.add("  " + field.name() + ":");
            lines.add("    use: " + match.list());
            lines.add("    from:");
            match.from()
                    .forEach((theirs, ours) -> lines.add("      " + YamlWord.of(theirs) + ": " + YamlWord.of(ours)
                            + "    # " + match.reasons().get(theirs)));
            if (match.undecided()) {
                lines.add("      # not decided: " + match.openShown()
                        + "; rows with them are held until they stand here");
            }
            lines.add("    other: hold_row");
        }
    }

    /** The entries under {@code write}. */
    private record WriteSection(Plan plan, List<String> lines) {

        void write() {
            lines.add("");
            if (plan.main().isEmpty()) {
                lines.add(
                        "# Nothing tells which records the rows are: no column surely numbers clients, organizations or"
                                + " programs.");
                lines.add("# Say which fields make the key, and what the other columns become"
                        + " (docs/mapping-language.md).");
                lines.add("# Such as, under source.fields:  number: {column: the column that numbers them, type:"
                        + " string}");
                lines.add("# and here:  - {to: client_record, key: number, set: {}}");
                lines.add("write: []");
                return;
            }
            lines.add("write:                          # the first entry names the row");
            Entity main = plan.main().get();
            if (main != Entity.CLIENT_RECORD) {
                entry(main, key(), Optional.empty());
            }
            plan.client()
                    .filter(any -> plan.writesClient())
                    .ifPresent(client -> entry(Entity.CLIENT_RECORD, client.name(), Optional.empty()));
            if (!plan.of(Entity.ENROLLMENT_EXIT).isEmpty()) {
                Decided ended = plan.of(Entity.ENROLLMENT_EXIT).stream()
                        .filter(field -> field.target().field().equals("exit_date"))
                        .findFirst()
                        .orElseThrow();
                entry(Entity.ENROLLMENT_EXIT, key(), Optional.of(ended.name()));
            }
        }

        private String key() {
            List<String> names = plan.key().stream().map(Decided::name).toList();
            return names.size() == 1 ? names.get(0) : "[" + String.join(", ", names) + "]";
        }

        private void entry(Entity entity, String key, Optional<String> when) {
            lines.add("  - to: " + entity.table());
            lines.add("    key: " + key);
            when.ifPresent(field -> lines.add("    when: '" + field + " != null'"));
            List<String> set = new ArrayList<>();
            if (entity == Entity.ENROLLMENT_EXIT) {
                set.add("enrollment_key: {key: " + key + "}");
            }
            entity.field("client_key")
                    .flatMap(any -> plan.client())
                    .ifPresent(client -> set.add("client_key: " + client.name()));
            plan.of(entity).forEach(field -> set.add(FieldLine.of(field)));
            boolean named = plan.of(entity).stream()
                    .anyMatch(field -> Set.of("first_name", "last_name")
                            .contains(field.target().field()));
            if (named) {
                set.add("identifiers_hashed: {value: false}");
            }
            if (set.isEmpty()) {
                lines.add("    set: {}");
                return;
            }
            lines.add("    set:");
            set.forEach(line -> lines.add("      " + line));
        }
    }
}
