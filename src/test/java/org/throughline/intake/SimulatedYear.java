package org.throughline.intake;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A year of many feeds, made up from a seed. What is due when is worked out here by hand: by tables of the year's holidays and
 * changes of clocks, and not by the code that is tried.
 */
final class SimulatedYear {
    static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    static final LocalDate LAST = LocalDate.parse("2026-12-31");

    private static final Set<LocalDate> FEDERAL =
            days("01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25");
    private static final Set<LocalDate> ENGLAND = days("01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
    private static final List<String> RHYTHMS = List.of("day", "day", "weekday", "week", "week", "month", "quarter");
    private static final List<LocalTime> TIMES = Stream.of("02:30", "06:00", "01:30", "17:00", "23:45", "00:00")
            .map(LocalTime::parse)
            .toList();
    private static final List<Zone> ZONES = List.of(
            new Zone("America/New_York", -5, "2026-03-08T02:00", "2026-11-01T02:00"),
            new Zone("America/Los_Angeles", -8, "2026-03-08T02:00", "2026-11-01T02:00"),
            new Zone("Europe/London", 0, "2026-03-29T01:00", "2026-10-25T02:00"),
            new Zone("Pacific/Auckland", 12, "2026-09-27T02:00", "2026-04-05T03:00"));

    private final Random random;
    private final List<Sent> feeds = new ArrayList<>();

    SimulatedYear(long seed, int feeds) {
        this.random = new Random(seed);
        for (int number = 0; number < feeds; number++) {
            this.feeds.add(feed(number));
        }
    }

    /** When something is due, and when it came: never, where it stayed silent. */
    record Slot(Instant due, boolean expected, Optional<Instant> came) {}

    /** A feed with what was due and what came. */
    record Sent(String name, Expectation expectation, List<Slot> slots) {}

    /** A zone without rules: its offset in winter, and the local times at which summer begins and ends in this year. */
    private record Zone(String id, int offset, String summerFrom, String summerTo) {

        Instant at(LocalDateTime local) {
            LocalDateTime from = LocalDateTime.parse(summerFrom);
            LocalDateTime to = LocalDateTime.parse(summerTo);
            if (!local.isBefore(from) && local.isBefore(from.plusHours(1))) {
                return local.plusHours(1).toInstant(ZoneOffset.ofHours(offset + 1));
            }
            boolean north = from.isBefore(to);
            boolean beforeEnd = local.isBefore(to.minusHours(1));
            boolean summer = north ? !local.isBefore(from) && beforeEnd : !local.isBefore(from) || beforeEnd;
            return local.toInstant(ZoneOffset.ofHours(summer ? offset + 1 : offset));
        }
    }

    List<Sent> feeds() {
        return feeds;
    }

    private Sent feed(int number) {
        String every = RHYTHMS.get(random.nextInt(RHYTHMS.size()));
        LocalTime by = TIMES.get(random.nextInt(TIMES.size()));
        boolean india = number % 5 == 4;
        Zone zone = ZONES.get(number % ZONES.size());
        Optional<String> on = on(every);
        int half = switch (every) {
            case "day", "weekday" -> 12;
            case "week" -> 84;
            default -> 14 * 24;
        };
        Duration grace = Duration.ofHours(random.nextInt(half / 2 + 1));
        Optional<DaysOff> off = number % 3 == 0 ? Optional.empty() : Optional.of(daysOff(zone.id()));
        Expectation expectation =
                new Expectation(every, on, by, ZoneId.of(india ? "Asia/Kolkata" : zone.id()), grace, off);
        List<Slot> due = new ArrayList<>();
        new TreeMap<>(nominal(every, on, off))
                .forEach((day, expected) -> due.add(new Slot(
                        india ? day.atTime(by).toInstant(ZoneOffset.ofHoursMinutes(5, 30)) : zone.at(day.atTime(by)),
                        expected,
                        Optional.empty())));
        return new Sent("made-up/feed-" + number, expectation, sent(due, grace));
    }

    private Optional<String> on(String every) {
        return switch (every) {
            case "day", "weekday" -> Optional.empty();
            case "week" ->
                Optional.of(DayOfWeek.of(1 + random.nextInt(7)).name().substring(0, 3));
            default -> Optional.of(String.valueOf(1 + random.nextInt(28)));
        };
    }

    private DaysOff daysOff(String zone) {
        DaysOff.Move move = DaysOff.Move.values()[random.nextInt(3)];
        return new DaysOff(zone.startsWith("America") ? Calendars.FEDERAL : Calendars.ENGLAND, move);
    }

    /** The days on which something is due, and whether it is expected, by hand. */
    private static Map<LocalDate, Boolean> nominal(String every, Optional<String> on, Optional<DaysOff> off) {
        Map<LocalDate, Boolean> days = new TreeMap<>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (falls(every, on, day)) {
                add(days, day, every, off);
            }
        }
        return days;
    }

    private static boolean falls(String every, Optional<String> on, LocalDate day) {
        return switch (every) {
            case "day" -> true;
            case "weekday" -> day.getDayOfWeek().getValue() <= 5;
            case "week" -> day.getDayOfWeek().name().substring(0, 3).equals(on.orElseThrow());
            case "month" -> String.valueOf(day.getDayOfMonth()).equals(on.orElseThrow());
            default ->
                String.valueOf(day.getDayOfMonth()).equals(on.orElseThrow())
                        && Set.of(Month.JANUARY, Month.APRIL, Month.JULY, Month.OCTOBER)
                                .contains(day.getMonth());
        };
    }

    private static void add(Map<LocalDate, Boolean> days, LocalDate day, String every, Optional<DaysOff> off) {
        Set<LocalDate> holidays = off.map(known -> known.holidays().calendar().equals("us-federal") ? FEDERAL : ENGLAND)
                .orElse(Set.of());
        if (!holidays.contains(day)) {
            days.put(day, true);
        } else if (off.orElseThrow().move() == DaysOff.Move.SKIP) {
            days.put(day, false);
        } else {
            boolean weekdays =
                    every.equals("weekday") || off.get().move() == DaysOff.Move.NEXT_WEEKDAY && !every.equals("day");
            LocalDate moved = day;
            while (holidays.contains(moved) || weekdays && moved.getDayOfWeek().getValue() > 5) {
                moved = moved.plusDays(1);
            }
            days.put(moved, true);
        }
    }

    /** A sender is early or late within what its grace allows; three in a hundred files never come. */
    private List<Slot> sent(List<Slot> due, Duration grace) {
        List<Slot> sent = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            Slot slot = due.get(i);
            boolean silent = !slot.expected() || i > 0 && random.nextInt(100) < 3;
            long early = i == 0
                    ? 3_600
                    : Math.min(
                            Duration.between(due.get(i - 1).due(), slot.due()).toSeconds() * 2 / 5, 20 * 3_600);
            double where = random.nextDouble();
            long seconds = random.nextBoolean() ? -(long) (early * where) : (long) (grace.toSeconds() * where);
            sent.add(new Slot(
                    slot.due(),
                    slot.expected(),
                    silent ? Optional.empty() : Optional.of(slot.due().plusSeconds(seconds))));
        }
        return sent;
    }

    private static Set<LocalDate> days(String list) {
        Set<LocalDate> days = new java.util.TreeSet<>();
        for (String day : list.split(" ")) {
            days.add(LocalDate.parse("2026-" + day));
        }
        return days;
    }

    /** The two calendars as an agency writes them. */
    static final class Calendars {
        static final Holidays FEDERAL = of(
                "us-federal",
                "JAN 1 or nearest weekday",
                "third MON of JAN",
                "third MON of FEB",
                "last MON of MAY",
                "JUN 19 or nearest weekday",
                "JUL 4 or nearest weekday",
                "first MON of SEP",
                "second MON of OCT",
                "NOV 11 or nearest weekday",
                "fourth THU of NOV",
                "DEC 25 or nearest weekday");
        static final Holidays ENGLAND = of(
                "england",
                "JAN 1 or next weekday",
                "easter - 2",
                "easter + 1",
                "first MON of MAY",
                "last MON of MAY",
                "last MON of AUG",
                "DEC 25",
                "2026-12-28");

        private Calendars() {}

        private static Holidays of(String name, String... rules) {
            return new Holidays(
                    name,
                    Stream.of(rules)
                            .map(rule -> new Holidays.Holiday(rule, HolidayRule.parse(rule)))
                            .toList());
        }
    }
}
