package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.retention.Proof;
import org.throughline.retention.RetentionDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows proofs of deletion and holds them against what is there. */
@Command(
        name = "proof",
        description =
                "Show the proofs of deletion: what was removed, how many of each, under which rule, by whom and when. With"
                        + " --check, look again that nothing of it is there and that the book of proofs is whole; exit"
                        + " code 3 where something is found.")
final class RetentionProofCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "SUBMISSION", description = "Only the proofs of this submission.")
    private Optional<Long> submission = Optional.empty();

    @Option(names = "--check", description = "Look again for everything that is proved to be gone.")
    private boolean check;

    @Mixin
    private JsonOption options;

    RetentionProofCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        RetentionDesk desk = parts.retention();
        List<Proof> proofs = desk.proofs().stream()
                .filter(proof ->
                        submission.map(number -> number == proof.submission()).orElse(true))
                .toList();
        if (proofs.isEmpty() && submission.isPresent()) {
            throw new StopException(ExitCode.NOT_FOUND, "Nothing of submission " + submission.get() + " was purged.");
        }
        List<RetentionDesk.Finding> findings = check ? desk.verify() : List.of();
        Document document = RetentionDocuments.proofs(proofs);
        if (check) {
            document.with("findings", RetentionDocuments.findings(findings));
        }
        console.answer(options.json(), document.map(), () -> lines(proofs, findings));
        return (findings.isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }

    private List<String> lines(List<Proof> proofs, List<RetentionDesk.Finding> findings) {
        List<String> lines = new ArrayList<>(RetentionDocuments.proofLines(proofs, "proved"));
        findings.forEach(finding -> lines.add(finding.proof() + ": " + finding.fact()));
        if (check && findings.isEmpty()) {
            lines.add("Nothing of it is there, and the book of proofs is whole.");
        }
        return lines;
    }
}
