package org.throughline.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
            Set.of("format", "missingValues", "fieldsMatch", "new_columns", "fields", "ignore");

    /** How a draft begins its reason for a column that its author has yet to decide on. */
    static final String UNDECIDED = "not decided";

    private final Findings findings;
    private final ZoneId zone;
    private final Formats formats;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<String, Mark> columns = new LinkedHashMap<>();
    private final Map<String, Mark> places = new LinkedHashMap<>();
    private boolean draft;

    SourceCompiler(Findings findings, ZoneId zone, Formats formats) {
        this.findings = findings;
        this.zone = zone;
        this.formats = formats;
    }

    /**
     * The formats that a file may have: their words, and the compiler of each.
     *
     * @param draft true for a member of a bundle that is a draft
     */
    record Formats(Set<String> words, Function<String, FormatCompiler> compilers, boolean draft) {

        /** Those of a plain file, or of an archive's member. */
        static Formats ofFiles() {
            return new Formats(FormatCompilers.words(), FormatCompilers::of, false);
        }

        Formats in(boolean draftBundle) {
            return new Formats(words, compilers, draftBundle);
        }
    }

    SourceTable table(Section member) {
        Optional<Tree> tree = member.required("source");
        draft = formats.draft() || isDraft(member);
        FormatCompiler format = format(tree);
        Set<String> keys = new HashSet<>(KEYS);
        keys.addAll(format.sourceKeys());
        Section source = Section.of(tree, member, "`source`", keys);
        source.required("format");
        source.word("format", formats.words());
        source.word("fieldsMatch", Set.of("exact"));
        boolean note = source.word("new_columns", Set.of("hold", "note"))
                .orElse("hold")
                .equals("note");
        List<SourceField> fields = fields(source, format);
        Map<String, String> ignored = ignored(source);
        SourceTable table = SourceTable.of(fields, ignored, note).withPaths(format.columnsArePaths());
        return table.withFormat(format.format(new FormatCompiler.Source(source, sections, table, findings)));
    }

    /** True where a feed's file says that it is a draft. */
    static boolean isDraft(Section feed) {
        return feed.tree("status").filter(SourceCompiler::saysDraft).isPresent();
    }

    private static boolean saysDraft(Tree status) {
        return status instanceof Text text && text.text().equals("draft");
    }

    /** The compiler of the format named; of any, where none or an unknown one is named, which is a finding elsewhere. */
    private FormatCompiler format(Optional<Tree> source) {
        String any = formats.words().iterator().next();
        String word = source.filter(Branch.class::isInstance)
                .flatMap(tree -> ((Branch) tree).value("format"))
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).text())
                .filter(formats.words()::contains)
                .orElse(formats.words().contains("csv") ? "csv" : any);
        return formats.compilers().apply(word);
    }

    /** Where each field is declared, by name. */
    Map<String, Mark> places() {
        return places;
    }

    private List<SourceField> fields(Section source, FormatCompiler format) {
        List<String> missing = source.has("missingValues")
                ? source.texts("missingValues").stream().map(Text::text).toList()
                : List.of("");
        FieldCompiler compiler = new FieldCompiler(findings, zone, missing, format.fieldKeys());
        List<SourceField> fields = new ArrayList<>();
        source.required("fields");
        source.entries("fields").forEach((name, entry) -> {
            Section section = compiler.section(name, entry);
            SourceField field = compiler.field(fields.size(), name, section);
            sections.put(name, section);
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

    private void decided(String column, String reason, Mark mark) {
        if (!draft && reason.startsWith(UNDECIDED)) {
            findings.report(
                    mark,
                    "The column `" + column
                            + "` is not decided yet, which only a draft may say; take the column, or say why"
                            + " it is left aside.");
        }
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
            decided(column, reason.text(), entry.mark());
            return;
        }
        findings.report(entry.mark(), "The column `" + column + "` is left aside without a reason; give one.");
    }
}
