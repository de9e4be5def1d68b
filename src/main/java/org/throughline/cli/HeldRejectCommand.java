package org.throughline.cli;

import java.util.concurrent.Callable;
import org.throughline.intake.HeldRecord;
import org.throughline.intake.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a held record as rejected. */
@Command(name = "reject", description = "End a held or waiting record as rejected.")
final class HeldRejectCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(
            paramLabel = "RECORD",
            converter = RecordIdText.class,
            description = "Record as held list prints it, such as 12:Client.csv:7.")
    private RecordId record;

    @Option(names = "--reason", required = true, description = "Why, for the audit ledger; no personal value.")
    private String reason;

    @Mixin
    private JsonOption options;

    HeldRejectCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        HeldRecord held = parts.heldDesk().reject(record, reason);
        console.answer(options.json(), HeldDocuments.document(held, false), () -> HeldDocuments.lines(held, false));
        return ExitCode.OK.number();
    }
}
