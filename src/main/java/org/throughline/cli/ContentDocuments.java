package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.throughline.intake.ReceiptDocument;
import org.throughline.trial.MappingComparison;
import org.throughline.trial.TrialResult;

/** What two files say otherwise, in JSON and in lines. */
final class ContentDocuments {
    private final MappingComparison.Contents contents;

    ContentDocuments(MappingComparison.Contents contents) {
        this.contents = contents;
    }

    Map<String, Object> document() {
        return Document.of("first", side(contents.before()))
                .with("second", side(contents.after()))
                .with("entities", entities().stream().map(this::entity).toList())
                .with(
                        "fields",
                        contents.fields().stream().map(DiffDocuments::field).toList())
                .map();
    }

    private static Map<String, Object> side(TrialResult result) {
        return Document.of("mapping", result.mapping())
                .with("file", result.file())
                .with("status", result.status().word())
                .with("records", ReceiptDocument.counts(result.records()))
                .map();
    }

    private Map<String, Object> entity(String entity) {
        return Document.of("entity", entity)
                .with("same", count(contents.same(), entity))
                .with("differ", count(contents.differ(), entity))
                .with("only_first", count(contents.onlyBefore(), entity))
                .with("only_second", count(contents.onlyAfter(), entity))
                .map();
    }

    private static long count(Map<String, Long> counts, String entity) {
        return counts.getOrDefault(entity, 0L);
    }

    private TreeSet<String> entities() {
        TreeSet<String> entities = new TreeSet<>(contents.same().keySet());
        entities.addAll(contents.differ().keySet());
        entities.addAll(contents.onlyBefore().keySet());
        entities.addAll(contents.onlyAfter().keySet());
        return entities;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(contents.before()));
        lines.add(line(contents.after()));
        for (String entity : entities()) {
            lines.add(entity + ": " + count(contents.same(), entity) + " the same, " + count(contents.differ(), entity)
                    + " differ, " + count(contents.onlyBefore(), entity) + " in the first only, "
                    + count(contents.onlyAfter(), entity) + " in the second only");
        }
        contents.fields().forEach(field -> lines.add("  " + DiffDocuments.line(field)));
        return lines;
    }

    private static String line(TrialResult result) {
        return result.file() + " under " + result.mapping() + " would be "
                + result.status().word() + "; " + ReceiptLines.counts(result.records()) + ".";
    }
}
