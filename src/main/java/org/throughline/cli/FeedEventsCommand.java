package org.throughline.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what happened to feeds, with the change of the mapping that is proposed. */
@Command(
        name = "events",
        description =
                "List what happened to feeds outside of any submission, and how files differ from the ones before,"
                        + " with the change of the mapping that is proposed.")
final class FeedEventsCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--sender", paramLabel = "SENDER", description = "This sender only.")
    private Optional<String> sender = Optional.empty();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "30",
            description = "How many days back; ${DEFAULT-VALUE} unless told.")
    private int days;

    @Mixin
    private JsonOption options;

    FeedEventsCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant since = parts.clock().instant().minus(Duration.ofDays(days));
        List<FeedEvent> events = parts.feeds().events(since).stream()
                .filter(event -> sender.isEmpty() || event.sender().equals(sender.get()))
                .toList();
        console.answer(
                options.json(),
                Document.of(
                                "events",
                                events.stream().map(FeedEventsCommand::document).toList())
                        .map(),
                () -> lines(events));
        return ExitCode.OK.number();
    }

    private static Map<String, Object> document(FeedEvent event) {
        return Document.of("at", event.at().toString())
                .with("sender", event.sender())
                .with("feed", event.feed().map(FeedId::toString))
                .with("code", event.code())
                .with("fact", event.fact())
                .with("guidance", event.guidance())
                .with("proposal", event.proposal())
                .map();
    }

    private static List<String> lines(List<FeedEvent> events) {
        List<String> lines = new ArrayList<>();
        for (FeedEvent event : events) {
            String whose = event.feed().map(FeedId::toString).orElse(event.sender());
            lines.add(event.at() + " " + whose + " " + event.code() + ": " + event.fact() + " " + event.guidance());
            event.proposal().stream().flatMap(String::lines).forEach(line -> lines.add("  " + line));
        }
        lines.add(Counted.of(events.size(), "event") + ".");
        return lines;
    }
}
