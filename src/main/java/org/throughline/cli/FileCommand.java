package org.throughline.cli;

import picocli.CommandLine.Command;

/** Single files. */
@Command(
        name = "file",
        description = "Check a file before it is sent.",
        subcommands = {FileCheckCommand.class})
final class FileCommand extends CommandGroup {}
