package org.throughline.cli;

import picocli.CommandLine.Command;

/** Mapping administration. */
@Command(
        name = "mapping",
        description = "Name, check, test, preview, publish and take back mappings.",
        subcommands = {
            MappingListCommand.class,
            MappingCheckCommand.class,
            MappingTestCommand.class,
            MappingPreviewCommand.class,
            MappingPublishCommand.class,
            MappingApproveCommand.class,
            MappingRollbackCommand.class,
            MappingHistoryCommand.class
        })
final class MappingCommand extends CommandGroup {}
