package org.throughline.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.intake.Expectation;
import org.throughline.intake.FeedCalendar;
import org.throughline.intake.FeedId;
import org.throughline.intake.FeedStanding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is due when, and what came for it. */
@Command(
        name = "calendar",
        description = "Show when each feed is due and what came for it; a week back and two weeks ahead unless told.")
final class FeedCalendarCommand implements Callable<Integer> {
    private static final int BACK = 7;
    private static final int AHEAD = 14;
    private static final Duration LONGEST = Duration.ofDays(100);

    private final Parts parts;
    private final Console console;

    @Option(names = "--from", paramLabel = "DAY", description = "First day, such as 2026-10-05.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "Last day.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--sender", paramLabel = "SENDER", description = "This sender only.")
    private Optional<String> sender = Optional.empty();

    @Mixin
    private JsonOption options;

    FeedCalendarCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    private record Line(FeedId feed, Expectation expectation, FeedCalendar.Entry entry) {}

    @Override
    public Integer call() {
        Instant now = parts.clock().instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant first = start(from.orElse(today.minusDays(BACK)));
        Instant end = start(to.orElse(today.plusDays(AHEAD)).plusDays(1)).minusNanos(1);
        List<Line> lines = lines(first, end, now);
        Document document = Document.of("at", now.toString())
                .with("due", lines.stream().map(FeedCalendarCommand::document).toList());
        console.answer(options.json(), document.map(), () -> words(lines));
        return ExitCode.OK.number();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private List<Line> lines(Instant first, Instant end, Instant now) {
        Map<FeedId, List<FeedCalendar.Answer>> answers = parts.feeds().answers(first.minus(LONGEST));
        List<Line> lines = new ArrayList<>();
        for (FeedStanding feed : parts.feeds().standings()) {
            if (feed.expectation().isEmpty()
                    || feed.status().equals("stopped")
                    || sender.filter(one -> !one.equals(feed.feed().sender())).isPresent()) {
                continue;
            }
            Expectation expectation = feed.expectation().get();
            new FeedCalendar(expectation, feed.setUpAt(), answers.getOrDefault(feed.feed(), List.of()))
                    .between(first, end, now)
                    .forEach(entry -> lines.add(new Line(feed.feed(), expectation, entry)));
        }
        lines.sort(Comparator.comparing(line -> line.entry().due().at()));
        return lines;
    }

    private static Map<String, Object> document(Line line) {
        FeedCalendar.Entry entry = line.entry();
        return Document.of("feed", line.feed().toString())
                .with("due", entry.due().at().toString())
                .with("due_local", line.expectation().local(entry.due().at()))
                .with("timeliness", entry.timeliness().word())
                .with("came_at", entry.answeredAt().map(Instant::toString))
                .with("holiday", entry.due().holiday())
                .map();
    }

    private static List<String> words(List<Line> lines) {
        List<String> words = new ArrayList<>();
        for (Line line : lines) {
            FeedCalendar.Entry entry = line.entry();
            words.add(String.format(
                    Locale.ROOT,
                    "%-38s  %-17s  %s%s%s",
                    line.expectation().local(entry.due().at()),
                    entry.timeliness().word(),
                    line.feed(),
                    entry.answeredAt()
                            .map(at -> ", came " + line.expectation().local(at))
                            .orElse(""),
                    entry.due().holiday().map(name -> ", " + name).orElse("")));
        }
        words.add(Counted.of(lines.size(), "due time") + ".");
        return words;
    }
}
