package org.throughline.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.throughline.intake.Proposed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes a mapping as its file stands; it counts once a second person has approved it. */
@Command(
        name = "publish",
        description =
                "Propose a mapping as its file stands, if it compiles and all its tests pass. It counts once a second"
                        + " person, with a database login of their own, has approved it.")
final class MappingPublishCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "MAPPING", description = "Mapping, such as harborlight/fps-participants.")
    private String mapping;

    @Option(
            names = "--effective",
            required = true,
            paramLabel = "DAY",
            description = "First day of a reporting period that it maps, such as 2026-10-01.")
    private LocalDate effective;

    @Option(names = "--reason", required = true, description = "Why, for the approver and the history.")
    private String reason;

    @Mixin
    private JsonOption options;

    MappingPublishCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Proposed proposed = parts.publishing().propose(mapping, effective, reason);
        console.answer(
                options.json(),
                PublicationDocuments.document(proposed),
                () -> PublicationDocuments.paragraph(proposed));
        return ExitCode.OK.number();
    }
}
