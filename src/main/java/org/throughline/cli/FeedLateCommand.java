package org.throughline.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.intake.Expectation;
import org.throughline.intake.FeedAlarm;
import org.throughline.intake.FeedStanding;
import org.throughline.intake.Timeliness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the feeds that are late or missing, and what else is wrong with their rhythm and size. */
@Command(
        name = "late",
        description =
                "List the feeds whose submission is late or missing, and files of an odd size or an old period: who"
                        + " looks after it, and what to do.")
final class FeedLateCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private JsonOption options;

    FeedLateCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant now = parts.clock().instant();
        List<FeedStanding> late = parts.feeds().standings().stream()
                .filter(feed -> isLate(feed.timeliness(now)))
                .toList();
        List<FeedAlarm> alarms = parts.feeds().alarms();
        Document document = Document.of("at", now.toString())
                .with("late", late.stream().map(feed -> document(feed, now)).toList())
                .with("alarms", alarms.stream().map(FeedLateCommand::document).toList());
        console.answer(options.json(), document.map(), () -> lines(late, alarms, now));
        return ExitCode.OK.number();
    }

    private static boolean isLate(Timeliness timeliness) {
        return timeliness == Timeliness.LATE || timeliness == Timeliness.MISSING;
    }

    private static Map<String, Object> document(FeedStanding feed, Instant now) {
        Expectation due = feed.expectation().orElseThrow();
        return Document.of("feed", feed.feed().toString())
                .with("timeliness", feed.timeliness(now).word())
                .with("due", due.latest(now).toString())
                .with("due_local", due.local(due.latest(now)))
                .with("grace_ends", due.latest(now).plus(due.grace()).toString())
                .map();
    }

    private static Map<String, Object> document(FeedAlarm alarm) {
        return Document.of("feed", alarm.feed().toString())
                .with("kind", alarm.kind().word())
                .with("since", alarm.raisedAt().toString())
                .with("owner", alarm.owner())
                .with("fact", alarm.fact())
                .with("guidance", alarm.kind().code().guidance())
                .map();
    }

    private static List<String> lines(List<FeedStanding> late, List<FeedAlarm> alarms, Instant now) {
        List<String> lines = new ArrayList<>();
        for (FeedStanding feed : late) {
            Expectation due = feed.expectation().orElseThrow();
            Instant at = due.latest(now);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-8s  %-36s  due %s, grace until %s",
                    feed.timeliness(now).word(),
                    feed.feed(),
                    due.local(at),
                    due.local(at.plus(due.grace()))));
        }
        for (FeedAlarm alarm : alarms) {
            lines.add(alarm.kind().word() + " since " + alarm.raisedAt() + ": " + alarm.feed() + ". " + alarm.fact());
            lines.add("  Owner: " + alarm.owner() + ". " + alarm.kind().code().guidance());
        }
        return lines.isEmpty() ? List.of("Nothing is late.") : lines;
    }
}
