package org.throughline.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.intake.FeedStanding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what is due, here, late and missing. */
@Command(name = "status", description = "Show every feed: what came last, and what is due, here, late or missing.")
final class FeedStatusCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private JsonOption options;

    FeedStatusCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant now = parts.clock().instant();
        List<FeedStanding> feeds = parts.feeds().standings();
        Document document = Document.of("at", now.toString())
                .with("feeds", feeds.stream().map(feed -> document(feed, now)).toList());
        console.answer(options.json(), document.map(), () -> lines(feeds, now));
        return ExitCode.OK.number();
    }

    private static Map<String, Object> document(FeedStanding feed, Instant now) {
        return Document.of("feed", feed.feed().toString())
                .with("mapping", feed.mapping())
                .with("status", feed.status())
                .with("timeliness", feed.timeliness(now).word())
                .with("due", feed.expectation().map(due -> due.latest(now).toString()))
                .with("next_due", feed.expectation().map(due -> due.next(now).toString()))
                .with(
                        "last",
                        feed.last()
                                .map(last -> Document.of("submission", last.submission())
                                        .with("received_at", last.receivedAt().toString())
                                        .with("status", last.status())
                                        .with("read", last.read())
                                        .map()))
                .with("nothing_new_at", feed.nothingNewAt().map(Instant::toString))
                .with("undecided", feed.undecided())
                .with("open_records", feed.openRecords())
                .map();
    }

    private static List<String> lines(List<FeedStanding> feeds, Instant now) {
        List<String> lines = new ArrayList<>();
        for (FeedStanding feed : feeds) {
            lines.add(String.format(
                    Locale.ROOT, "%-17s  %-36s  %s", feed.timeliness(now).word(), feed.feed(), last(feed)));
        }
        if (lines.isEmpty()) {
            lines.add("No feed is set up yet. partner apply sets feeds up; feed run tries a file without.");
        }
        return lines;
    }

    private static String last(FeedStanding feed) {
        String nothing = feed.nothingNewAt()
                .filter(at -> feed.nothingNewSince())
                .map(at -> ", nothing new at " + at)
                .orElse("");
        String open = feed.openRecords() == 0 ? "" : ", " + Counted.of(feed.openRecords(), "record") + " open";
        return feed.last()
                        .map(last -> "submission " + last.submission() + " " + last.status() + " at "
                                + last.receivedAt() + ", " + Counted.of(last.read(), "record"))
                        .orElse("nothing came yet")
                + nothing
                + open;
    }
}
