package org.throughline.cli;

import java.util.concurrent.Callable;
import org.throughline.intake.Proposed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes an older version again, in place of what was published since. */
@Command(
        name = "rollback",
        description = "Propose an older version again, so that things stand as they stood when it was published last. A"
                + " second person has to approve that too. Files that later versions read are read again by file"
                + " replay.")
final class MappingRollbackCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "MAPPING", description = "Mapping, such as harborlight/fps-participants.")
    private String mapping;

    @Option(names = "--to", required = true, paramLabel = "NUMBER", description = "Version to go back to.")
    private int number;

    @Option(names = "--reason", required = true, description = "Why, for the approver and the history.")
    private String reason;

    @Mixin
    private JsonOption options;

    MappingRollbackCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Proposed proposed = parts.publishing().rollBack(mapping, number, reason);
        console.answer(
                options.json(),
                PublicationDocuments.document(proposed),
                () -> PublicationDocuments.paragraph(proposed));
        return ExitCode.OK.number();
    }
}
