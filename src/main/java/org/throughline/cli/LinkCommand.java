package org.throughline.cli;

import picocli.CommandLine.Command;

/** Which client records are the same person. */
@Command(
        name = "link",
        description = "Link client records to joint clients; rule on pairs.",
        subcommands = {LinkRunCommand.class, LinkRuleCommand.class, LinkUndoCommand.class, LinkExplainCommand.class})
final class LinkCommand extends CommandGroup {}
