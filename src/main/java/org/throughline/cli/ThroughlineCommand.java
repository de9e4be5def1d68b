package org.throughline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a name: shows what there is. */
@Command(
        name = "throughline",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        description = "A data-exchange hub between government agencies and social-service providers.",
        subcommands = {
            FeedCommand.class,
            FindCommand.class,
            FileCommand.class,
            HeldCommand.class,
            LinkCommand.class,
            MeasureCommand.class,
            OutcomeCommand.class,
            MappingCommand.class,
            PartnerCommand.class,
            ConsentCommand.class,
            RetentionCommand.class,
            AuditCommand.class,
            NodeCommand.class,
            DoctorCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 ok, 1 unexpected, 2 usage, 3 problems found in data or mapping, 4 not found,",
            "5 refused by policy, 75 try again later."
        })
final class ThroughlineCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
