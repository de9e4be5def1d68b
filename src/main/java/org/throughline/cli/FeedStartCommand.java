package org.throughline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.intake.FeedId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back a stop or a reopened test. */
@Command(
        name = "start",
        description =
                "Take back a stop, or end a test that a changed mapping has reopened; what the partner file says holds"
                        + " again.")
final class FeedStartCommand implements Callable<Integer> {
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

    FeedStartCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        String status = parts.feedSwitch().start(feed, reason);
        console.answer(
                options.json(),
                Document.of("feed", feed.toString()).with("status", status).map(),
                () -> List.of("The feed " + feed + " is " + status + " now."));
        return ExitCode.OK.number();
    }
}
