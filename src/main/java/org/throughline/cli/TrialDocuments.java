package org.throughline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.intake.ReceiptDocument;
import org.throughline.trial.TrialProblem;
import org.throughline.trial.TrialResult;

/** What a trial found, in JSON and in lines; neither holds a value of the file. */
final class TrialDocuments {
    private final TrialResult result;
    private final List<Path> written;

    TrialDocuments(TrialResult result, List<Path> written) {
        this.result = result;
        this.written = written;
    }

    Map<String, Object> document() {
        return Document.of("mapping", result.mapping())
                .with("file", result.file())
                .with("status", result.status().word())
                .with("clean", result.clean())
                .with("period", result.period().map(ReceiptDocument::period))
                .with("records", ReceiptDocument.counts(result.records()))
                .with(
                        "members",
                        result.members().stream().map(ReceiptDocument::member).toList())
                .with(
                        "problems",
                        result.problems().stream()
                                .map(TrialProblem::report)
                                .map(ReceiptDocument::problem)
                                .toList())
                .with("unknown", result.unknown())
                .with("written", written.stream().map(Path::toString).toList())
                .map();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("If " + result.file() + " were sent now under " + result.mapping() + ", it would be "
                + result.status().word() + ". Nothing was sent or stored.");
        result.period().ifPresent(period -> lines.add("Period " + period.from() + " to " + period.to() + "."));
        lines.add(ReceiptLines.counts(result.records()) + ".");
        if (result.members().size() > 1) {
            result.members().forEach(member -> lines.add("  " + ReceiptLines.member(member)));
        }
        result.problems().forEach(problem -> lines.addAll(ReceiptLines.problem(problem.report())));
        lines.addAll(result.unknown());
        written.forEach(file -> lines.add("Written: " + file));
        return lines;
    }
}
