package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.audit.AuditChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows whether anybody changed the audit ledger. */
@Command(name = "verify", description = "Compute the hash chain of the audit ledger again and compare.")
final class AuditVerifyCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(
            names = "--known",
            paramLabel = "HASH",
            description = "Hash of the last entry, noted down earlier; it must still be in the ledger.")
    private String known = "";

    @Mixin
    private JsonOption options;

    AuditVerifyCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<String> noted = known.isBlank() ? Optional.empty() : Optional.of(known.strip());
        AuditChain.Verdict verdict = parts.auditChain().verify(noted);
        Document document = Document.of("holds", verdict.holds())
                .with("entries", verdict.entries())
                .with("last_hash", verdict.lastHash())
                .with("faults", verdict.faults());
        console.answer(options.json(), document.map(), () -> lines(verdict));
        return (verdict.holds() ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }

    private static List<String> lines(AuditChain.Verdict verdict) {
        List<String> lines = new ArrayList<>(verdict.faults());
        lines.add(Counted.of(verdict.entries(), "entry").replace("entrys", "entries") + "; the last hash is "
                + verdict.lastHash() + ".");
        lines.add(
                verdict.holds()
                        ? "The chain holds. Note the last hash down elsewhere: entries cut off at the end show only so."
                        : "The chain does not hold.");
        return lines;
    }
}
