package org.throughline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lifts a legal hold. */
@Command(name = "lift", description = "Lift a legal hold: what it covered may be purged once its day has come.")
final class RetentionLiftCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "HOLD", description = "Number of the hold, as retention holds lists it.")
    private long number;

    @Option(names = "--reason", required = true, description = "Why, for the audit ledger; no personal value.")
    private String reason;

    @Mixin
    private JsonOption options;

    RetentionLiftCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        parts.retention().lift(number, reason);
        console.answer(
                options.json(),
                Document.of("hold", number).with("lifted", true).map(),
                () -> List.of("Legal hold " + number + " is lifted."));
        return ExitCode.OK.number();
    }
}
