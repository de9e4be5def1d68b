package org.throughline.cli;

import picocli.CommandLine.Command;

/** How long things are kept, and what is removed at the end. */
@Command(
        name = "retention",
        description = "See what is no longer to be kept, hold it back, remove it, and prove that it is gone.",
        subcommands = {
            RetentionDueCommand.class,
            RetentionPurgeCommand.class,
            RetentionProofCommand.class,
            RetentionHoldCommand.class,
            RetentionLiftCommand.class,
            RetentionHoldsCommand.class
        })
final class RetentionCommand extends CommandGroup {}
