package org.throughline.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.retention.Proof;
import org.throughline.retention.RetentionDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what is due. */
@Command(
        name = "purge",
        description =
                "Remove what is due today and not held, submission by submission, each with a proof. A purge that was cut"
                        + " off is gone on with by the next one. Nothing brings back what was removed.")
final class RetentionPurgeCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(
            names = "--confirm",
            paramLabel = "COUNT",
            description = "Your yes to this number of deletions; above " + RetentionDesk.UNASKED + " one is needed.")
    private Optional<Long> confirm = Optional.empty();

    @Mixin
    private JsonOption options;

    RetentionPurgeCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        return ended(parts.retention().purge(confirm));
    }

    private int ended(RetentionDesk.Outcome outcome) {
        if (outcome instanceof RetentionDesk.Outcome.Unconfirmed open) {
            return asked(open.forecast());
        }
        List<Proof> proofs = ((RetentionDesk.Outcome.Done) outcome).proofs();
        console.answer(
                options.json(),
                RetentionDocuments.proofs(proofs).map(),
                () -> RetentionDocuments.proofLines(proofs, "purged"));
        return ExitCode.OK.number();
    }

    private int asked(RetentionDesk.Forecast forecast) {
        RetentionDocuments.lines(forecast).forEach(console::tell);
        String number = Long.toString(forecast.deletions());
        if (confirm.isEmpty()
                && console.ask("Type the number of deletions to make them, or nothing to leave it: ")
                        .filter(number::equals)
                        .isPresent()) {
            return ended(parts.retention().purge(Optional.of(forecast.deletions())));
        }
        throw new StopException(
                ExitCode.REFUSED,
                "Nothing was removed. The purge would make " + Counted.of(forecast.deletions(), "deletion")
                        + "; say yes to that number: retention purge --confirm " + number + ".");
    }
}
