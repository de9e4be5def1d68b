package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.throughline.retention.Due;
import org.throughline.retention.Proof;
import org.throughline.retention.RetentionDesk;

/** What is due and what was purged, as documents and as lines. */
final class RetentionDocuments {

    private RetentionDocuments() {}

    static Document document(RetentionDesk.Forecast forecast) {
        return Document.of("on", forecast.on().toString())
                .with("deletions", forecast.deletions())
                .with(
                        "goes",
                        forecast.goes().stream().map(RetentionDocuments::tried).toList())
                .with(
                        "stays",
                        forecast.stays().stream()
                                .map(RetentionDocuments::document)
                                .toList());
    }

    private static Map<String, Object> tried(Proof proof) {
        return submission(proof)
                .with("removes", new TreeMap<>(proof.removed()))
                .with("keeps", new TreeMap<>(proof.stayed()))
                .map();
    }

    private static Document submission(Proof proof) {
        return Document.of("submission", proof.submission())
                .with("part", proof.part())
                .with("feed", proof.sender() + "/" + proof.feed())
                .with("file", proof.file())
                .with("sha256", proof.bytes().sha256())
                .with("bytes", proof.bytes().size())
                .with("retained", proof.rule().retained())
                .with("due_on", proof.rule().dueOn().toString())
                .with("reason", proof.rule().reason())
                .with("setup_sha256", proof.rule().setupSha256());
    }

    private static Map<String, Object> document(Due due) {
        return Document.of("submission", due.submission())
                .with("part", due.part())
                .with("feed", due.sender() + "/" + due.feed())
                .with("file", due.file())
                .with("due_on", due.dueOn().toString())
                .with("why", due.stays())
                .map();
    }

    static List<String> lines(RetentionDesk.Forecast forecast) {
        List<String> lines = new ArrayList<>();
        forecast.goes().forEach(proof -> lines.add(line(proof, "goes")));
        forecast.stays()
                .forEach(due -> lines.add("submission " + due.submission() + ", " + due.sender() + "/" + due.feed()
                        + ", " + due.part() + ": stays, " + due.stays().orElse("") + "; due since " + due.dueOn()));
        lines.addAll(bySender(forecast.goes()));
        lines.add("On " + forecast.on() + ": " + Counted.of(forecast.deletions(), "deletion") + " in "
                + Counted.of(forecast.goes().size(), "part") + " of submissions; "
                + Counted.of(forecast.stays().size(), "part") + " kept back. The disclosure ledger and outcome files"
                + " as sent, the audit ledger and computed figures are kept.");
        return lines;
    }

    private static List<String> bySender(List<Proof> proofs) {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        proofs.forEach(proof -> proof.removed()
                .forEach((kind, count) -> sums.computeIfAbsent(proof.sender(), any -> new TreeMap<>())
                        .merge(kind, count, Long::sum)));
        return sums.entrySet().stream()
                .map(sender -> sender.getKey() + ": " + counts(sender.getValue()))
                .toList();
    }

    static Document proofs(List<Proof> proofs) {
        return Document.of(
                "proofs", proofs.stream().map(RetentionDocuments::document).toList());
    }

    private static Map<String, Object> document(Proof proof) {
        return submission(proof)
                .with("removed", new TreeMap<>(proof.removed()))
                .with("stayed", new TreeMap<>(proof.stayed()))
                .with("purged_at", proof.purgedAt().toString())
                .with("purged_by", proof.purgedBy())
                .map();
    }

    static List<String> proofLines(List<Proof> proofs, String verb) {
        List<String> lines = new ArrayList<>();
        proofs.forEach(proof -> lines.add(line(proof, "purged " + proof.purgedAt() + " by " + proof.purgedBy())
                + "; SHA-256 " + proof.bytes().sha256()));
        lines.add(Counted.of(proofs.stream().mapToLong(Proof::deletions).sum(), "deletion") + " in "
                + Counted.of(proofs.size(), "part") + " of submissions " + verb + ".");
        return lines;
    }

    private static String line(Proof proof, String what) {
        return "submission " + proof.submission() + ", " + proof.sender() + "/" + proof.feed() + ", " + proof.part()
                + ": " + what + ", " + counts(proof.removed())
                + (proof.stayed().isEmpty() ? "" : "; stays: " + counts(proof.stayed())) + "; kept "
                + proof.rule().retained() + ", due since " + proof.rule().dueOn() + " ("
                + proof.rule().reason() + ")";
    }

    private static String counts(Map<String, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .filter(count -> count.getValue() > 0)
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", "));
    }

    static List<Map<String, Object>> findings(List<RetentionDesk.Finding> findings) {
        return findings.stream()
                .map(finding -> Document.of("proof", finding.proof())
                        .with("fact", finding.fact())
                        .map())
                .toList();
    }
}
