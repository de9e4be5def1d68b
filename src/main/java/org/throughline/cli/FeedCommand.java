package org.throughline.cli;

import picocli.CommandLine.Command;

/** Feeds and their submissions. */
@Command(
        name = "feed",
        description = "Take a file in, see how the feeds stand and what happened to them, stop and start them.",
        subcommands = {
            FeedRunCommand.class,
            FeedStatusCommand.class,
            FeedLateCommand.class,
            FeedCalendarCommand.class,
            FeedNothingCommand.class,
            FeedEventsCommand.class,
            FeedStopCommand.class,
            FeedStartCommand.class
        })
final class FeedCommand extends CommandGroup {}
