package org.throughline.cli;

import picocli.CommandLine.Command;

/** Feeds and their submissions. */
@Command(
        name = "feed",
        description = "Take a file in, and see how the feeds stand.",
        subcommands = {FeedRunCommand.class, FeedStatusCommand.class})
final class FeedCommand extends CommandGroup {}
