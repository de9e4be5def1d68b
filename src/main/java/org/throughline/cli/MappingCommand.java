package org.throughline.cli;

import picocli.CommandLine.Command;

/** Mapping administration. */
@Command(
        name = "mapping",
        description = "Check and test mappings.",
        subcommands = {MappingCheckCommand.class, MappingTestCommand.class})
final class MappingCommand extends CommandGroup {}
