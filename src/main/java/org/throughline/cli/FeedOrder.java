package org.throughline.cli;

import java.util.List;
import java.util.Set;
import org.throughline.intake.FeedId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which feed a person stops or starts, and why. */
final class FeedOrder {
    @Parameters(
            paramLabel = "FEED",
            converter = FeedIdText.class,
            description = "Feed, such as harborlight/fps-participants.")
    private FeedId feed;

    @Option(names = "--reason", required = true, description = "Why, for the audit ledger; no personal value.")
    private String reason;

    @Mixin
    private JsonOption options;

    FeedId feed() {
        return feed;
    }

    String reason() {
        return reason;
    }

    /** Says how the feed stands now. */
    int answer(Console console, String status) {
        return answer(console, status, lines(status));
    }

    /** Says in these lines what was done. */
    int answer(Console console, String status, List<String> lines) {
        console.answer(
                options.json(),
                Document.of("feed", feed.toString()).with("status", status).map(),
                () -> lines);
        return ExitCode.OK.number();
    }

    private List<String> lines(String status) {
        String now = "The feed " + feed + " is " + status + " now.";
        return Set.of("testing", "certified").contains(status)
                ? List.of(
                        now,
                        "Its partner file says so: write status: live there, then partner apply " + feed.sender() + ".")
                : List.of(now);
    }
}
