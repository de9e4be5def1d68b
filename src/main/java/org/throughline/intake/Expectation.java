package org.throughline.intake;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a feed's submissions are due. A time that the clocks skip is that much later; of a time that they show twice, the second
 * counts.
 *
 * @param every day, weekday (Monday to Friday), week, month or quarter
 * @param on day of the week (MON), of the month, or of the first month of a quarter (10); empty for a daily feed
 * @param by local time by which one is due
 * @param grace how long after that time it counts as late rather than missing
 * @param daysOff what becomes of due times on holidays; empty where there are none
 */
public record Expectation(
        String every, Optional<String> on, LocalTime by, ZoneId zone, Duration grace, Optional<DaysOff> daysOff) {
    /** The rhythms. */
    public static final List<String> RHYTHMS = List.of("day", "weekday", "week", "month", "quarter");

    private static final int MONTHS = 3;
    private static final int LONGEST_MOVE = 15;
    private static final int LONGEST_PAUSE = 1_500;

    /** The latest due instant that is not after this one, and for which something is expected. */
    public Instant latest(Instant at) {
        return back(at, true);
    }

    /** The first due instant after this one for which something is expected. */
    public Instant next(Instant at) {
        return forward(at, true);
    }

    /** Until when what comes is an answer to this due instant. */
    public Instant closes(Instant due) {
        return opens(forward(due, false));
    }

    private Instant forward(Instant at, boolean expected) {
        LocalDate day = LocalDate.ofInstant(at, zone).minusDays(LONGEST_MOVE);
        for (int days = 0; days < LONGEST_PAUSE; days++) {
            Optional<DueTime> due = on(day.plusDays(days));
            if (due.filter(time -> time.at().isAfter(at) && (time.isExpected() || !expected))
                    .isPresent()) {
                return due.get().at();
            }
        }
        throw never();
    }

    /** The due times from an instant to another, both included, also those on holidays that need no submission. */
    public List<DueTime> between(Instant from, Instant to) {
        List<DueTime> times = new ArrayList<>();
        LocalDate end = LocalDate.ofInstant(to, zone);
        for (LocalDate day = LocalDate.ofInstant(from, zone).minusDays(LONGEST_MOVE);
                !day.isAfter(end);
                day = day.plusDays(1)) {
            on(day).filter(due -> !due.at().isBefore(from) && !due.at().isAfter(to))
                    .filter(due -> !times.contains(due))
                    .ifPresent(times::add);
        }
        return times;
    }

    /** From when on what comes is an answer to this due instant: what comes belongs to the nearest one. */
    public Instant opens(Instant due) {
        Instant before = back(due.minusNanos(1), false);
        Instant halfWay = before.plus(Duration.between(before, due).dividedBy(2));
        Instant graceEnds = before.plus(grace).isBefore(due) ? before.plus(grace) : due;
        return graceEnds.isAfter(halfWay) ? graceEnds : halfWay;
    }

    /** An instant as the sender's clocks show it, with the zone. */
    public String local(Instant at) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)) + " "
                + zone.getId();
    }

    /** True where at least one due time is left in every few years. */
    public boolean isEverDue(Instant from) {
        try {
            return next(from).isAfter(from) && !latest(from).isAfter(from);
        } catch (IllegalStateException never) {
            return false;
        }
    }

    private Instant back(Instant at, boolean expected) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        for (int days = 0; days < LONGEST_PAUSE; days++) {
            Optional<DueTime> due = on(day.minusDays(days))
                    .filter(time -> !time.at().isAfter(at))
                    .filter(time -> time.isExpected() || !expected);
            if (due.isPresent()) {
                return due.get().at();
            }
        }
        throw never();
    }

    private static IllegalStateException never() {
        return new IllegalStateException("The holidays leave no due time.");
    }

    private Optional<DueTime> on(LocalDate day) {
        if (!isDueOn(day)) {
            return Optional.empty();
        }
        Optional<String> holiday = holiday(day);
        if (holiday.isPresent() && move() == DaysOff.Move.SKIP) {
            return Optional.of(new DueTime(instant(day), holiday));
        }
        return Optional.of(new DueTime(instant(holiday.isPresent() ? moved(day) : day), Optional.empty()));
    }

    private Optional<String> holiday(LocalDate day) {
        return daysOff.flatMap(off -> off.holidays().on(day));
    }

    private DaysOff.Move move() {
        return daysOff.orElseThrow().move();
    }

    private LocalDate moved(LocalDate holiday) {
        boolean weekdays = every.equals("weekday") || move() == DaysOff.Move.NEXT_WEEKDAY && !every.equals("day");
        LocalDate day = holiday;
        for (int days = 0;
                days < LONGEST_MOVE - 1 && (holiday(day).isPresent() || weekdays && isWeekend(day));
                days++) {
            day = day.plusDays(1);
        }
        return day;
    }

    private Instant instant(LocalDate day) {
        return day.atTime(by).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    private boolean isDueOn(LocalDate day) {
        return switch (every) {
            case "day" -> true;
            case "weekday" -> !isWeekend(day);
            case "week" -> day.getDayOfWeek().name().startsWith(on.orElse(DayOfWeek.MONDAY.name()));
            case "month" -> isOn(day);
            case "quarter" -> isOn(day) && day.getMonthValue() % MONTHS == 1;
            default -> throw new IllegalArgumentException("A feed is due every " + String.join(", ", RHYTHMS) + ".");
        };
    }

    private boolean isOn(LocalDate day) {
        return day.getDayOfMonth() == Integer.parseInt(on.orElse("1"));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
