package org.throughline.cli;

import picocli.CommandLine.Command;

/** Outcome measures. */
@Command(
        name = "measure",
        description = "Compute and show outcome measures.",
        subcommands = {MeasureComputeCommand.class, MeasureShowCommand.class})
final class MeasureCommand extends CommandGroup {}
