package org.throughline.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.delimited.Dialect;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Sequence;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles {@code source}: what the sender sends, in the words of Frictionless Table Schema. */
final class SourceCompiler {

    private static final Set<String> KEYS =
            Set.of("format", "dialect", "missingValues", "fieldsMatch", "new_columns", "fields", "ignore");
    private static final Set<String> DIALECT_KEYS = Set.of("delimiter", "quote", "encoding", "comment", "header");

    private final Findings findings;
    private final ZoneId zone;
    private final Map<String, Mark> columns = new LinkedHashMap<>();
    private final Map<String, Mark> places = new LinkedHashMap<>();

    SourceCompiler(Findings findings, ZoneId zone) {
        this.findings = findings;
        this.zone = zone;
    }

    SourceTable table(Section member) {
        Section source = Section.of(member.required("source"), member, "`source`", KEYS);
        source.required("format");
        source.word("format", Set.of("csv"));
        source.word("fieldsMatch", Set.of("exact"));
        boolean note = source.word("new_columns", Set.of("hold", "note"))
                .orElse("hold")
                .equals("note");
        List<SourceField> fields = fields(source);
        Map<String, String> ignored = ignored(source);
        return SourceTable.of(dialect(source), fields, ignored, note);
    }

    /** Where each field is declared, by name. */
    Map<String, Mark> places() {
        return places;
    }

    private List<SourceField> fields(Section source) {
        List<String> missing = source.has("missingValues")
                ? source.texts("missingValues").stream().map(Text::text).toList()
                : List.of("");
        FieldCompiler compiler = new FieldCompiler(findings, zone, missing);
        List<SourceField> fields = new ArrayList<>();
        source.required("fields");
        source.entries("fields").forEach((name, entry) -> {
            SourceField field = compiler.field(fields.size(), name, entry);
            fields.add(field);
            places.put(name, entry.mark());
            column(field.column(), entry.mark());
            field.aka().forEach(aka -> column(aka, entry.mark()));
        });
        return fields;
    }

    private void column(String column, Mark mark) {
        Mark before = columns.putIfAbsent(column, mark);
        if (before != null) {
            findings.report(
                    mark, "The column `" + column + "` is named twice; the first is on line " + before.line() + ".");
        }
    }

    private Map<String, String> ignored(Section source) {
        Map<String, String> ignored = new LinkedHashMap<>();
        Optional<Tree> tree = source.tree("ignore");
        if (tree.isPresent() && tree.get() instanceof Sequence list) {
            list.items().forEach(item -> group(item, ignored));
        } else {
            source.entries("ignore").forEach((column, entry) -> ignore(column, entry, ignored));
        }
        return ignored;
    }

    private void group(Tree item, Map<String, String> ignored) {
        Section group = Section.of(item, "a group under `ignore`", Set.of("columns", "reason"), findings);
        group.required("columns");
        Optional<Tree> reason = group.required("reason");
        for (Text column : group.texts("columns")) {
            reason.ifPresent(value -> ignore(column.text(), new Branch.Entry(column.mark(), value), ignored));
        }
    }

    private void ignore(String column, Branch.Entry entry, Map<String, String> ignored) {
        column(column, entry.mark());
        if (entry.value() instanceof Text reason
                && !reason.unset()
                && !reason.text().isBlank()) {
            ignored.put(column, reason.text());
            return;
        }
        findings.report(entry.mark(), "The column `" + column + "` is left aside without a reason; give one.");
    }

    private Dialect dialect(Section source) {
        Section dialect = Section.of(source.tree("dialect"), source, "`dialect`", DIALECT_KEYS);
        Optional<List<String>> header = dialect.has("header")
                ? Optional.of(dialect.texts("header").stream().map(Text::text).toList())
                : Optional.empty();
        return new Dialect(
                letter(dialect, "delimiter").orElse(','),
                letter(dialect, "quote").orElse('"'),
                encodings(dialect),
                letter(dialect, "comment"),
                header);
    }

    private Optional<Character> letter(Section dialect, String key) {
        return dialect.text(key).flatMap(text -> {
            String letter = text.text().equals("\\t") ? "\t" : text.text();
            if (letter.length() != 1) {
                findings.report(
                        text.mark(), "`" + key + "` has " + letter.length() + " characters, but must have one.");
                return Optional.empty();
            }
            return Optional.of(letter.charAt(0));
        });
    }

    private List<Charset> encodings(Section dialect) {
        List<Charset> encodings = new ArrayList<>();
        for (Text text : dialect.texts("encoding")) {
            try {
                encodings.add(Charset.forName(text.text()));
            } catch (IllegalArgumentException unknown) {
                findings.report(
                        text.mark(),
                        "The encoding `" + text.text() + "` is unknown; common ones are utf-8, windows-1252, utf-16.");
            }
        }
        return encodings.isEmpty() ? List.of(StandardCharsets.UTF_8) : encodings;
    }
}
