package org.throughline.cli;

import picocli.CommandLine.Command;

/** Processes of the hub that serve one database. */
@Command(
        name = "node",
        description = "See which nodes serve, and which partners each of them serves.",
        subcommands = NodeListCommand.class)
final class NodeCommand extends CommandGroup {}
