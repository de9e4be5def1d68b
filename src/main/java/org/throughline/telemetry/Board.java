package org.throughline.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.throughline.intake.FeedAlarm;
import org.throughline.intake.FeedBacklog;
import org.throughline.intake.FeedStanding;
import org.throughline.intake.Timeliness;

/**
 * What the hub's database says at one instant.
 *
 * @param at when it was read
 */
public record Board(List<FeedStanding> standings, List<FeedAlarm> alarms, List<FeedBacklog> backlog, Instant at) {

    /** Age of the oldest submission that nobody has decided yet. */
    public Duration oldestUndecided() {
        return backlog.stream()
                .map(FeedBacklog::undecidedSince)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(since -> Duration.between(since, at))
                .orElse(Duration.ZERO);
    }

    /** How many feeds stand like this. */
    public long feeds(Timeliness standing) {
        return standings.stream()
                .filter(feed -> feed.timeliness(at) == standing)
                .count();
    }

    void tell(Meters meters) {
        meters.lines(Metric.HELD, each(FeedBacklog::held));
        meters.lines(Metric.WAITING, each(FeedBacklog::waiting));
        meters.lines(Metric.UNDECIDED, each(FeedBacklog::undecided));
        meters.lines(Metric.UNDELIVERED, each(FeedBacklog::undelivered));
        meters.lines(Metric.UNDECIDED_AGE, List.of(line(oldestUndecided().toSeconds())));
        meters.lines(Metric.LOOKED, List.of(line(at.getEpochSecond())));
        meters.lines(
                Metric.SUCCEEDED_AGE,
                backlog.stream()
                        .filter(feed -> feed.succeededAt().isPresent())
                        .map(feed -> line(
                                Duration.between(feed.succeededAt().orElseThrow(), at)
                                        .toSeconds(),
                                feed.feed().toString()))
                        .toList());
        meters.lines(
                Metric.FEEDS,
                Arrays.stream(Timeliness.values())
                        .map(standing -> line(feeds(standing), standing.word()))
                        .toList());
        meters.lines(
                Metric.STANDINGS,
                standings.stream()
                        .map(feed -> line(
                                1, feed.feed().toString(), feed.timeliness(at).word()))
                        .toList());
        meters.lines(Metric.ALARMS, alarmLines());
    }

    private List<Meters.Line> alarmLines() {
        Map<List<String>, Long> open = alarms.stream()
                .collect(Collectors.groupingBy(
                        alarm -> List.of(alarm.feed().toString(), alarm.kind().word()), Collectors.counting()));
        return open.entrySet().stream()
                .map(entry -> new Meters.Line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Meters.Line> each(ToDoubleFunction<FeedBacklog> figure) {
        return backlog.stream()
                .map(feed -> line(figure.applyAsDouble(feed), feed.feed().toString()))
                .toList();
    }

    private static Meters.Line line(double value, String... labels) {
        return new Meters.Line(List.of(labels), value);
    }
}
