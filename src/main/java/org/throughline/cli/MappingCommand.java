package org.throughline.cli;

import picocli.CommandLine.Command;

/** Mapping administration. */
@Command(
        name = "mapping",
        description = "Name, check and test mappings.",
        subcommands = {MappingListCommand.class, MappingCheckCommand.class, MappingTestCommand.class})
final class MappingCommand extends CommandGroup {}
