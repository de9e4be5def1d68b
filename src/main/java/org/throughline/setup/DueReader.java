package org.throughline.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.throughline.intake.DaysOff;
import org.throughline.intake.Expectation;
import org.throughline.intake.Holidays;

/** Reads the block {@code due} of a feed. */
final class DueReader {
    private static final Instant SOME_DAY = Instant.parse("2026-01-01T12:00:00Z");

    private final Map<String, Holidays> calendars;

    DueReader(Map<String, Holidays> calendars) {
        this.calendars = calendars;
    }

    Expectation read(SetupNode node) {
        String every = node.requiredWord("every", Expectation.RHYTHMS);
        boolean daily = every.equals("day") || every.equals("weekday");
        Optional<String> on = daily
                ? Optional.empty()
                : Optional.of(node.requiredParsed(
                        "on",
                        text -> Words.due(every, text),
                        every.equals("week") ? "a day of the week such as MON" : "a day of the month, 1 to 28",
                        ""));
        LocalTime by = node.requiredParsed("by", LocalTime::parse, "a time such as '06:00'", LocalTime.MIDNIGHT);
        Expectation due = new Expectation(
                every,
                on,
                by,
                Words.zone(node),
                node.parsed("grace", Words::grace, "a duration such as PT12H").orElse(Duration.ZERO),
                daysOff(node));
        node.finish();
        if (on.filter(String::isEmpty).isEmpty()) {
            check(node, due);
        }
        return due;
    }

    private Optional<DaysOff> daysOff(SetupNode node) {
        Optional<String> move = node.word("on_holiday", DaysOff.Move.words());
        Optional<String> calendar = node.text("calendar");
        calendar.ifPresent(name -> node.mustBeAmong("calendar", calendars.keySet(), name, "calendar"));
        if (move.isPresent() && calendar.isEmpty()) {
            node.find("on_holiday", "The key on_holiday needs a calendar. Name one, such as calendar: us-federal.");
        }
        return calendar.map(calendars::get)
                .map(holidays ->
                        new DaysOff(holidays, move.map(DaysOff.Move::of).orElse(DaysOff.Move.NEXT_DAY)));
    }

    private static void check(SetupNode node, Expectation due) {
        if (!due.isEverDue(SOME_DAY)) {
            node.find(
                    "calendar",
                    "With this calendar the feed is never due. Choose another day, or on_holiday: next_day.");
        }
        Duration half = Duration.ofDays(days(due.every())).dividedBy(2);
        if (due.grace().compareTo(half) > 0) {
            node.find(
                    "grace",
                    "The grace is longer than half of the time between two due times, so that nobody could tell which of"
                            + " them a file answers. It may be at most " + half + ".");
        }
    }

    private static long days(String every) {
        return switch (every) {
            case "day", "weekday" -> 1;
            case "week" -> 7;
            case "month" -> 28;
            default -> 90;
        };
    }
}
