package org.throughline.cli;

import picocli.CommandLine.Command;

/** Mapping administration. */
@Command(
        name = "mapping",
        description = "Name, check, test and preview mappings.",
        subcommands = {
            MappingListCommand.class,
            MappingCheckCommand.class,
            MappingTestCommand.class,
            MappingPreviewCommand.class
        })
final class MappingCommand extends CommandGroup {}
