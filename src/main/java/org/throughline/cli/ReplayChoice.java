package org.throughline.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.throughline.intake.FeedId;
import org.throughline.intake.ReplayPlan;
import picocli.CommandLine.Option;

/** Which submissions are to be read again. */
final class ReplayChoice {
    @Option(
            names = "--feed",
            required = true,
            converter = FeedIdText.class,
            description = "Feed, such as harborlight/fps-participants.")
    private FeedId feed;

    @Option(names = "--from", paramLabel = "DAY", description = "Only files whose period starts on this day or later.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "Only files whose period starts on this day or earlier.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--submission", paramLabel = "NUMBER", description = "Only this submission.")
    private Optional<Long> submission = Optional.empty();

    @Option(
            names = "--mapping-version",
            paramLabel = "NUMBER",
            description =
                    "Read all of them under this version; each under the version of its period where none is named.")
    private Optional<Integer> version = Optional.empty();

    FeedId feed() {
        return feed;
    }

    Optional<Integer> version() {
        return version;
    }

    ReplayPlan plan(Optional<Long> versionKey) {
        return new ReplayPlan(feed, from, to, submission, versionKey);
    }
}
