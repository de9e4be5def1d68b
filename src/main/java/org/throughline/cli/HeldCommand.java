package org.throughline.cli;

import picocli.CommandLine.Command;

/** Records that wait for a correction or a ruling. */
@Command(
        name = "held",
        description = "See and rule on records that are held.",
        subcommands = {HeldListCommand.class, HeldShowCommand.class, HeldReleaseCommand.class, HeldRejectCommand.class})
final class HeldCommand extends CommandGroup {}
