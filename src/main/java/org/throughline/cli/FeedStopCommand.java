package org.throughline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.intake.FeedId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops a feed at once, whatever its partner file says. */
@Command(name = "stop", description = "Stop a feed at once. Its files stay with the sender until feed start.")
final class FeedStopCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(
            paramLabel = "FEED",
            converter = FeedIdText.class,
            description = "Feed, such as harborlight/fps-participants.")
    private FeedId feed;

    @Option(names = "--reason", required = true, description = "Why, for the audit ledger; no personal value.")
    private String reason;

    @Mixin
    private JsonOption options;

    FeedStopCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        String status = parts.feedSwitch().stop(feed, reason);
        console.answer(
                options.json(),
                Document.of("feed", feed.toString()).with("status", status).map(),
                () -> List.of("The feed " + feed + " is " + status + " now."));
        return ExitCode.OK.number();
    }
}
