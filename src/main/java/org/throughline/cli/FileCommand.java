package org.throughline.cli;

import picocli.CommandLine.Command;

/** Files that were delivered. */
@Command(
        name = "file",
        description = "Read files that were delivered again.",
        subcommands = {FileReplayCommand.class})
final class FileCommand extends CommandGroup {}
