package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.throughline.intake.SimulatedYear.Sent;
import org.throughline.intake.SimulatedYear.Slot;

/** A year of 200 feeds in five zones, with holidays and changes of clocks, watched at every instant at which something changes. */
final class SimulatedYearTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private int slots;
    private int looks;
    private int silent;
    private int found;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void raisesNoFalseAlarmAndFindsEverySilence() {
        new SimulatedYear(2026, 200).feeds().forEach(feed -> watch(feed, feed.expectation()));

        assertThat(slots).isGreaterThan(20_000);
        assertThat(looks).isGreaterThan(100_000);
        assertThat(silent).isGreaterThan(500);
        assertThat(wrong).isEmpty();
        assertThat(found).as("of %d silences", silent).isEqualTo(silent);
    }

    @Test
    void seesAFeedInTheWrongZone() {
        Sent daily = new SimulatedYear(2026, 200)
                .feeds().stream()
                        .filter(feed -> feed.expectation().every().equals("day"))
                        .filter(feed -> feed.expectation().zone().getId().equals("America/Los_Angeles"))
                        .findFirst()
                        .orElseThrow();
        Expectation told = daily.expectation();

        watch(
                daily,
                new Expectation(told.every(), told.on(), told.by(), ZoneId.of("UTC"), told.grace(), told.daysOff()));

        assertThat(wrong).isNotEmpty();
    }

    private void watch(Sent feed, Expectation expectation) {
        List<FeedCalendar.Answer> answers = feed.slots().stream()
                .flatMap(slot -> slot.came().stream())
                .map(at -> new FeedCalendar.Answer(at, false))
                .toList();
        calendar(feed, new FeedCalendar(expectation, Optional.empty(), answers), expectation.grace());
        TreeSet<Instant> arrivals = new TreeSet<>();
        feed.slots().forEach(slot -> slot.came().ifPresent(arrivals::add));
        for (int i = 1; i < feed.slots().size(); i++) {
            look(feed, expectation, i, arrivals);
        }
    }

    /** Looks just before and after everything that happens to one slot. */
    private void look(Sent feed, Expectation expectation, int number, TreeSet<Instant> arrivals) {
        Slot slot = feed.slots().get(number);
        Instant graceEnds = slot.due().plus(expectation.grace());
        slots++;
        for (Instant now : List.of(
                slot.due().minusSeconds(1),
                slot.due().plusSeconds(1),
                slot.came().orElse(slot.due()).plusSeconds(2),
                graceEnds.minusSeconds(1),
                graceEnds.plus(FIVE_MINUTES))) {
            looks++;
            Timeliness told = standing(feed, expectation, arrivals, now).timeliness(now);
            boolean right = told != Timeliness.LATE && told != Timeliness.MISSING || open(feed, expectation, now, told);
            if (!right) {
                wrong.add(feed.name() + " " + expectation + " at " + now + ": " + told);
            }
        }
        if (slot.expected() && slot.came().isEmpty()) {
            silent++;
            Instant now = graceEnds.plus(FIVE_MINUTES);
            found += standing(feed, expectation, arrivals, now).timeliness(now) == Timeliness.MISSING ? 1 : 0;
        }
    }

    /** True where, by hand, the slot due last has not been answered, and its grace fits what was told. */
    private static boolean open(Sent feed, Expectation expectation, Instant now, Timeliness told) {
        return feed.slots().stream()
                .filter(slot -> slot.expected() && !slot.due().isAfter(now))
                .reduce((one, other) -> other)
                .filter(last -> last.came().filter(at -> !at.isAfter(now)).isEmpty())
                .filter(last -> now.isAfter(last.due().plus(expectation.grace())) == (told == Timeliness.MISSING))
                .isPresent();
    }

    private static FeedStanding standing(Sent feed, Expectation expectation, TreeSet<Instant> arrivals, Instant now) {
        Optional<Instant> last = Optional.ofNullable(arrivals.floor(now));
        return new FeedStanding(
                FeedId.parse(feed.name()),
                "made-up/mapping",
                "live",
                Optional.of(setUp(feed)),
                Optional.of(expectation),
                last.map(at -> new FeedStanding.Last(1, at, "loaded", 10)),
                last,
                Optional.empty(),
                0,
                0);
    }

    private static Instant setUp(Sent feed) {
        return feed.slots().stream()
                .filter(Slot::expected)
                .findFirst()
                .orElseThrow()
                .due()
                .minusSeconds(1);
    }

    /** The whole year, looked at after it is over. */
    private void calendar(Sent feed, FeedCalendar calendar, Duration grace) {
        Instant end = feed.slots().get(feed.slots().size() - 1).due();
        List<FeedCalendar.Entry> entries =
                calendar.between(feed.slots().get(0).due(), end, end.plus(grace).plus(FIVE_MINUTES));
        List<String> told = entries.stream()
                .map(entry -> entry.due().at() + " " + entry.timeliness())
                .toList();
        List<String> meant = feed.slots().stream()
                .map(slot -> slot.due() + " " + meant(slot))
                .toList();
        if (!told.equals(meant)) {
            List<String> missed = new ArrayList<>(meant);
            missed.removeAll(told);
            wrong.add(feed.name() + ": " + missed + " of " + feed.expectation() + " is not in the calendar");
        }
    }

    private static Timeliness meant(Slot slot) {
        if (!slot.expected()) {
            return Timeliness.NOT_EXPECTED;
        }
        return slot.came()
                .map(at -> at.isAfter(slot.due()) ? Timeliness.CAME_LATE : Timeliness.ON_TIME)
                .orElse(Timeliness.MISSING);
    }
}
