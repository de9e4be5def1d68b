package org.throughline.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.intake.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The second person's yes to a proposed version. */
@Command(
        name = "approve",
        description = "Approve the version of a mapping that another login proposed. From then on it counts.")
final class MappingApproveCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(index = "0", paramLabel = "MAPPING", description = "Mapping, such as harborlight/fps-participants.")
    private String mapping;

    @Parameters(index = "1", paramLabel = "NUMBER", description = "Version that waits, as mapping history shows it.")
    private int number;

    @Option(names = "--reason", description = "What you have to say to it.")
    private Optional<String> reason = Optional.empty();

    @Mixin
    private JsonOption options;

    MappingApproveCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Publication approved = parts.publishing().approve(mapping, number, reason);
        console.answer(
                options.json(),
                PublicationDocuments.document(approved),
                () -> List.of("Version " + number
                        + " of " + mapping + " counts for reporting periods that start on or after "
                        + approved.effective()
                        + ". What was read before stays as it is until file replay reads it again."));
        return ExitCode.OK.number();
    }
}
