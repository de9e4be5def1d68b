package org.throughline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.find.Found;
import org.throughline.find.FoundClient;
import org.throughline.find.FoundRecord;
import org.throughline.find.FoundRecord.Source;
import org.throughline.find.FoundRecord.Version;
import org.throughline.find.FoundRow;
import org.throughline.find.FoundSubmission;
import org.throughline.find.Hits;
import org.throughline.intake.Counts;

/** What was found, in JSON and in lines. */
final class FindDocuments {
    private final Found found;

    FindDocuments(Found found) {
        this.found = found;
    }

    Map<String, Object> document() {
        return Document.of("submissions", kind(found.submissions(), FindDocuments::document))
                .with("records", kind(found.records(), FindDocuments::document))
                .with("rows", kind(found.rows(), FindDocuments::document))
                .with("clients", kind(found.clients(), FindDocuments::document))
                .map();
    }

    private static <T> Map<String, Object> kind(Hits<T> hits, Function<T, Map<String, Object>> document) {
        return Document.of("all", hits.all())
                .with("told", hits.told().stream().map(document).toList())
                .map();
    }

    private static Map<String, Object> document(FoundSubmission one) {
        return Document.of("submission", one.number())
                .with("feed", one.feed().toString())
                .with("file", one.fileName())
                .with("sha256", one.sha256())
                .with("sealed_sha256", one.sealedSha256())
                .with("received_at", one.receivedAt().toString())
                .with("status", one.status().word())
                .with("duplicate_of", one.duplicateOf())
                .with("records", counts(one.records()))
                .with("closed", one.closed())
                .with("purged", one.purged())
                .map();
    }

    private static Map<String, Long> counts(Counts counts) {
        Map<String, Long> map = new LinkedHashMap<>();
        map.put("accepted", counts.accepted());
        map.put("unchanged", counts.unchanged());
        map.put("held", counts.held());
        map.put("rejected", counts.rejected());
        map.put("waiting", counts.waiting());
        return map;
    }

    private static Map<String, Object> document(FoundRecord one) {
        return Document.of("sender", one.sender())
                .with("kind", one.kind().table())
                .with("state", state(one))
                .with("versions", kind(one.versions(), FindDocuments::document))
                .map();
    }

    private static Map<String, Object> document(Version one) {
        return Document.of("from", one.from().toString())
                .with("to", one.to().map(Object::toString))
                .with("feed", one.source().map(source -> source.feed().toString()))
                .with("submission", one.source().map(Source::submission))
                .with("member", one.source().map(Source::member))
                .with("line", one.source().map(Source::line))
                .with("values", Optional.of(one.values()).filter(values -> !values.isEmpty()))
                .map();
    }

    private static Map<String, Object> document(FoundRow one) {
        return Document.of("record", one.id().toString())
                .with("state", one.state().word())
                .with("feed", one.feed().toString())
                .with("file", one.fileName())
                .with("received_at", one.receivedAt().toString())
                .map();
    }

    private static Map<String, Object> document(FoundClient one) {
        return Document.of("retired", one.retired())
                .with("client", one.joint())
                .with("superseded_by", one.supersededBy())
                .with(
                        "known_by",
                        one.knownBy().stream()
                                .map(known -> Document.of("sender", known.sender())
                                        .with("number", known.number())
                                        .with("grade", known.grade())
                                        .map())
                                .toList())
                .map();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, found.submissions(), "submission", FindDocuments::lines);
        add(lines, found.records(), "record", FindDocuments::lines);
        add(lines, found.rows(), "row", FindDocuments::lines);
        add(lines, found.clients(), "client", FindDocuments::lines);
        return lines;
    }

    private static <T> void add(List<String> lines, Hits<T> hits, String noun, Function<T, List<String>> text) {
        hits.told().forEach(one -> lines.addAll(text.apply(one)));
        if (hits.more() > 0) {
            lines.add(Counted.of(hits.more(), noun)
                    + " more. --sender, --feed or a longer text narrows it, --limit shows more.");
        }
    }

    private static List<String> lines(FoundSubmission one) {
        Counts counts = one.records();
        return List.of("Submission " + one.number() + "  " + one.status().word()
                + one.duplicateOf().map(earlier -> " of " + earlier).orElse("") + "  " + one.feed() + ", "
                + one.fileName() + ", arrived " + one.receivedAt() + ": " + counts.accepted() + " accepted, "
                + counts.unchanged() + " unchanged, " + counts.held() + " held, " + counts.rejected() + " rejected, "
                + counts.waiting() + " waiting"
                + (one.purged().isEmpty() ? "" : "; purged: " + String.join(", ", one.purged())));
    }

    private static String state(FoundRecord one) {
        return one.stands() ? "accepted" : "ended";
    }

    private static List<String> lines(FoundRecord one) {
        List<String> lines = new ArrayList<>();
        lines.add("Record  " + state(one) + "  " + one.sender() + " "
                + one.kind().table() + ", " + Counted.of(one.versions().all(), "version"));
        one.versions().told().forEach(version -> lines.addAll(lines(version)));
        if (one.versions().more() > 0) {
            lines.add("  " + Counted.of(one.versions().more(), "older version") + " more.");
        }
        return lines;
    }

    private static List<String> lines(Version one) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + one.from() + one.to().map(to -> " to " + to).orElse(" till now") + "  "
                + one.source()
                        .map(source -> "submission " + source.submission() + " of " + source.feed() + ", "
                                + source.member() + ", line " + source.line())
                        .orElse("entered by hand"));
        one.values().forEach((field, value) -> lines.add("    " + field + ": " + value));
        return lines;
    }

    private static List<String> lines(FoundRow one) {
        return List.of("Row  " + one.state().word() + "  " + one.id() + "  " + one.feed() + ", " + one.fileName()
                + ", arrived " + one.receivedAt() + ". held show " + one.id() + " says why.");
    }

    private static List<String> lines(FoundClient one) {
        List<String> lines = new ArrayList<>();
        lines.add("Client  "
                + one.joint().map(joint -> "joint id " + joint).orElse("not linked")
                + (one.retired() ? ", retired" : "")
                + one.supersededBy()
                        .map(other -> ", taken over by joint id " + other)
                        .orElse(""));
        one.knownBy()
                .forEach(known -> lines.add("  " + known.sender()
                        + known.number().map(number -> "/" + number).orElse("")
                        + known.grade().map(grade -> "  grade " + grade).orElse("")));
        return lines;
    }
}
