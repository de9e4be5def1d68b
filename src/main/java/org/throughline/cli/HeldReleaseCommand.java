package org.throughline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.intake.HeldRecord;
import org.throughline.intake.Receipt;
import org.throughline.intake.ReceiptDocument;
import org.throughline.intake.RecordState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads what is held in spite of the mapping's own checks. */
@Command(
        name = "release",
        description =
                "Load a held record, or a submission that is held as a whole, in spite of the mapping's own checks."
                        + " What no person can rule on (a type, an unknown code) still holds it; exit code 3 says so.")
final class HeldReleaseCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(
            paramLabel = "RECORD|SUBMISSION",
            description = "Record such as 12:Client.csv:7, or submission such as 12.")
    private String what;

    @Option(names = "--reason", required = true, description = "Why, for the audit ledger; no personal value.")
    private String reason;

    @Mixin
    private JsonOption options;

    HeldReleaseCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        return what.matches("\\d{1,18}") ? submission(Long.parseLong(what)) : record();
    }

    private int submission(long number) {
        Receipt receipt = parts.heldDesk().release(number, reason);
        console.answer(
                options.json(), ReceiptDocument.node(receipt), () -> new ReceiptLines(receipt, List.of()).lines());
        return (receipt.clean() ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }

    private int record() {
        HeldRecord held = parts.heldDesk().release(new RecordIdText().convert(what), reason);
        console.answer(options.json(), HeldDocuments.document(held, false), () -> HeldDocuments.lines(held, false));
        return (held.state() == RecordState.HELD ? ExitCode.PROBLEMS : ExitCode.OK).number();
    }
}
