package org.throughline.cli;

import picocli.CommandLine.Command;

/** What goes back to providers about their former clients. */
@Command(
        name = "outcome",
        description = "Write, send and explain outcome files, and list what they told wrongly.",
        subcommands = {
            OutcomeBuildCommand.class,
            OutcomeSendCommand.class,
            OutcomeExplainCommand.class,
            OutcomeMisdisclosuresCommand.class
        })
final class OutcomeCommand extends CommandGroup {}
