package org.throughline.suggest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingSource;
import org.throughline.profile.ColumnProfile;
import org.throughline.profile.RepeatedKeys;
import org.throughline.profile.SampleFormat;
import org.throughline.profile.SampleProfile;
import org.throughline.profile.SampleProfiler;
import org.throughline.profile.SampleSniffer;

/** Drafts mappings. Not safe for use by several threads. A draft is a proposal to its author; it is never used by itself. */
public final class Suggester {
    private final MappingCatalog catalog;
    private Optional<KnownUses> read = Optional.empty();

    /** Drafts in the light of the mappings that are here. */
    public Suggester(MappingCatalog catalog) {
        this.catalog = catalog;
    }

    /** The draft for a sample. */
    public Suggestion suggest(SuggestRequest request) throws IOException {
        SampleFormat format = SampleSniffer.sniff(request.sample(), request.hints());
        KnownUses known = read.orElseGet(() -> KnownUses.of(catalog));
        read = Optional.of(known);
        SampleProfile sample = SampleProfiler.profile(request.sample(), format, request.most(), known.codes());
        CodeMatcher codes = new CodeMatcher(known);
        Candidates candidates = new Candidates(known, codes);
        List<Considered> columns = sample.columns().stream()
                .map(column -> considered(column, candidates, request.days()))
                .toList();
        Plan plan = new Planner(columns, codes, request.feed()).plan();
        long repeated = repeated(request, sample, plan);
        String text = new DraftWriter(request.id(), plan, sample).write(notes(sample, repeated));
        List<Diagnostic> problems = problems(request.id(), text, plan, known);
        return new Suggestion(request.id(), text, sample, reasons(plan), plan.left(), open(plan), repeated, problems);
    }

    /** What is told of a member of a bundle, which is compiled with the others. */
    static Suggestion told(String member, String text, SampleProfile sample, Plan plan) {
        return new Suggestion(member, text, sample, reasons(plan), plan.left(), open(plan), 0, List.of());
    }

    private static Considered considered(ColumnProfile column, Candidates candidates, DayOrder days) {
        return new Considered(column, candidates.of(column), days.formats(column.type()));
    }

    private static long repeated(SuggestRequest request, SampleProfile sample, Plan plan) throws IOException {
        List<String> key =
                plan.key().stream().map(field -> field.from().column().name()).toList();
        return key.isEmpty() ? 0 : RepeatedKeys.count(request.sample(), sample.format(), key, request.most());
    }

    private static List<String> notes(SampleProfile sample, long repeated) {
        List<String> notes = new ArrayList<>(sample.format().notes());
        if (sample.broken() > 0) {
            notes.add(sample.broken() + " records of the sample cannot be read; the first: "
                    + sample.problems().get(0));
        }
        if (repeated > 0) {
            notes.add("The key of " + repeated
                    + " records stands in a record before them; where such rows differ they are"
                    + " held, so look for a column that tells them apart.");
        }
        return notes;
    }

    private static Map<String, String> reasons(Plan plan) {
        Map<String, String> reasons = new LinkedHashMap<>();
        plan.taken().forEach(field -> reasons.put(field.from().column().name(), field.reason()));
        return reasons;
    }

    private static Map<String, String> open(Plan plan) {
        Map<String, String> open = new LinkedHashMap<>();
        plan.taken()
                .forEach(field -> field.codes()
                        .filter(CodeMatch::undecided)
                        .ifPresent(match -> open.put(field.from().column().name(), match.openShown())));
        return open;
    }

    private static List<Diagnostic> problems(String id, String text, Plan plan, KnownUses known) {
        Map<String, String> files = new TreeMap<>();
        String root = (id.contains("/") ? "" : "standards/") + id + ".yaml";
        files.put(root, text);
        files.putAll(lists(plan, known));
        return new MappingCompiler().compile(new MappingSource(id, root, files)).diagnostics();
    }

    /** The code lists that a plan uses, by their path. */
    static Map<String, String> lists(Plan plan, KnownUses known) {
        Map<String, String> files = new TreeMap<>();
        plan.fields().stream()
                .flatMap(field -> field.codes().stream())
                .forEach(match ->
                        known.list(match.list()).ifPresent(list -> files.put("codes/" + match.list() + ".yaml", list)));
        return files;
    }
}
