package org.throughline.cli;

import picocli.CommandLine.Command;

/** Mapping administration. */
@Command(
        name = "mapping",
        description = "Draft, name, check and test mappings.",
        subcommands = {
            MappingListCommand.class,
            MappingCheckCommand.class,
            MappingTestCommand.class,
            MappingSuggestCommand.class
        })
final class MappingCommand extends CommandGroup {}
