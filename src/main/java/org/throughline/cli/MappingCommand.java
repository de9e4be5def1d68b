package org.throughline.cli;

import picocli.CommandLine.Command;

/** Mapping administration. */
@Command(
        name = "mapping",
        description = "Draft, name, check, describe, test, preview, compare, publish and take back mappings.",
        subcommands = {
            MappingListCommand.class,
            MappingCheckCommand.class,
            MappingTestCommand.class,
            MappingSuggestCommand.class,
            MappingExportCommand.class,
            MappingCoverageCommand.class,
            MappingDriftCommand.class,
            MappingPreviewCommand.class,
            MappingDiffCommand.class,
            MappingPublishCommand.class,
            MappingApproveCommand.class,
            MappingRollbackCommand.class,
            MappingHistoryCommand.class
        })
final class MappingCommand extends CommandGroup {}
