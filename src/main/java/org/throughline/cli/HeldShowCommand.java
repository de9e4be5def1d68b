package org.throughline.cli;

import java.util.concurrent.Callable;
import org.throughline.intake.HeldRecord;
import org.throughline.intake.RecordId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one held record with what its sender is told about it. */
@Command(name = "show", description = "Show one record with what its sender is told; the look is in the audit ledger.")
final class HeldShowCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(
            paramLabel = "RECORD",
            converter = RecordIdText.class,
            description = "Record as held list prints it, such as 12:Client.csv:7.")
    private RecordId record;

    @Mixin
    private JsonOption options;

    HeldShowCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        HeldRecord held = parts.heldDesk().show(record);
        console.answer(options.json(), HeldDocuments.document(held, true), () -> HeldDocuments.lines(held, true));
        return ExitCode.OK.number();
    }
}
