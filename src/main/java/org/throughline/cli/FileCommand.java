package org.throughline.cli;

import picocli.CommandLine.Command;

/** Single files. */
@Command(
        name = "file",
        description = "Check a file before it is sent, and read kept files again.",
        subcommands = {FileCheckCommand.class, FileReplayCommand.class})
final class FileCommand extends CommandGroup {}
