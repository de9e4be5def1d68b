package org.throughline.intake;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a feed's submissions are due.
 *
 * @param every day, week or month
 * @param on day of the week (MON) or of the month (10); empty for a daily feed
 * @param by local time by which one is due
 * @param grace how long after that time it counts as late rather than missing
 */
public record Expectation(String every, Optional<String> on, LocalTime by, ZoneId zone, Duration grace) {
    /** The latest due instant that is not after this one. */
    public Instant latest(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        while (!isDueOn(day) || instant(day).isAfter(at)) {
            day = day.minusDays(1);
        }
        return instant(day);
    }

    /** The first due instant after this one. */
    public Instant next(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        while (!isDueOn(day) || !instant(day).isAfter(at)) {
            day = day.plusDays(1);
        }
        return instant(day);
    }

    private Instant instant(LocalDate day) {
        return day.atTime(by).atZone(zone).toInstant();
    }

    private boolean isDueOn(LocalDate day) {
        return switch (every) {
            case "day" -> true;
            case "week" -> day.getDayOfWeek().name().startsWith(on.orElse(DayOfWeek.MONDAY.name()));
            case "month" -> day.getDayOfMonth() == Integer.parseInt(on.orElse("1"));
            default -> throw new IllegalArgumentException("A feed is due every day, week or month.");
        };
    }
}
