package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedStandingTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Expectation WEEKLY = new Expectation(
            "week", Optional.of("MON"), LocalTime.of(6, 0), ZONE, Duration.ofHours(12), Optional.empty());

    /** Due on Mondays at 10:00 UTC, late until 22:00; what comes in the grace belongs to the due time before. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-05T09:59:59Z, 2026-09-27T12:00:00Z, HERE",
        "2026-10-05T09:59:59Z, 2026-09-20T12:00:00Z, MISSING",
        "2026-10-05T10:00:01Z, 2026-09-28T12:00:00Z, LATE",
        "2026-10-05T22:00:00Z, 2026-09-28T12:00:00Z, LATE",
        "2026-10-05T22:00:01Z, 2026-09-28T12:00:00Z, MISSING",
        "2026-10-05T22:00:01Z, 2026-10-05T21:00:00Z, HERE",
        "2026-10-06T12:00:00Z, 2026-10-06T11:00:00Z, HERE",
        "2026-10-05T10:00:01Z, 2026-10-03T12:00:00Z, HERE"
    })
    void tellsHereLateAndMissingApart(Instant now, Instant arrival, Timeliness expected) {
        assertThat(standing("live", Optional.of(arrival), 5).timeliness(now)).isEqualTo(expected);
    }

    @Test
    void countsAnEmptyFileAsNothingToReport() {
        Instant now = Instant.parse("2026-10-05T12:00:00Z");

        assertThat(standing("live", Optional.of(now.minusSeconds(60)), 0).timeliness(now))
                .isEqualTo(Timeliness.NOTHING_TO_REPORT);
    }

    @Test
    void countsALookThatFoundNothingNewAsNothingToReport() {
        Instant now = Instant.parse("2026-10-05T12:00:00Z");
        FeedStanding before = standing("live", Optional.of(now.minus(Duration.ofDays(30))), 12);

        assertThat(before.timeliness(now)).isNotEqualTo(Timeliness.NOTHING_TO_REPORT);
        assertThat(looked(before, now.minusSeconds(60)).timeliness(now)).isEqualTo(Timeliness.NOTHING_TO_REPORT);
        assertThat(looked(standing("live", Optional.of(now.minusSeconds(30)), 12), now.minusSeconds(60))
                        .timeliness(now))
                .isEqualTo(Timeliness.HERE);
    }

    private static FeedStanding looked(FeedStanding standing, Instant at) {
        return new FeedStanding(
                standing.feed(),
                standing.mapping(),
                standing.status(),
                standing.setUpAt(),
                standing.expectation(),
                standing.last(),
                standing.lastArrival(),
                Optional.of(at),
                0,
                0);
    }

    @Test
    void waitsForTheFirstDueTimeAfterSetUp() {
        Instant now = Instant.parse("2026-10-06T12:00:00Z");
        FeedStanding standing = new FeedStanding(
                FeedId.parse("harborlight/participants"),
                "harborlight/participants",
                "live",
                Optional.of(Instant.parse("2026-10-06T11:00:00Z")),
                Optional.of(WEEKLY),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0);

        assertThat(standing.timeliness(now)).isEqualTo(Timeliness.EXPECTED);
        assertThat(standing.timeliness(now.plus(Duration.ofDays(7)))).isEqualTo(Timeliness.MISSING);
    }

    @Test
    void expectsNothingOfAStoppedFeed() {
        assertThat(standing("stopped", Optional.empty(), 0).timeliness(Instant.parse("2026-10-06T12:00:00Z")))
                .isEqualTo(Timeliness.STOPPED);
    }

    @Test
    void keepsTheLocalTimeOverTheEndOfSummerTime() {
        Instant before = Instant.parse("2026-10-31T12:00:00Z");
        Expectation daily =
                new Expectation("day", Optional.empty(), LocalTime.of(6, 0), ZONE, Duration.ZERO, Optional.empty());

        assertThat(daily.latest(before)).isEqualTo(Instant.parse("2026-10-31T10:00:00Z"));
        assertThat(daily.next(before)).isEqualTo(Instant.parse("2026-11-01T11:00:00Z"));
    }

    @Test
    void findsTheDayOfTheMonth() {
        Expectation monthly = new Expectation(
                "month", Optional.of("10"), LocalTime.of(17, 0), ZONE, Duration.ofDays(2), Optional.empty());

        assertThat(monthly.latest(Instant.parse("2026-10-10T20:59:59Z")))
                .isEqualTo(Instant.parse("2026-09-10T21:00:00Z"));
        assertThat(monthly.latest(Instant.parse("2026-10-10T21:00:00Z")))
                .isEqualTo(Instant.parse("2026-10-10T21:00:00Z"));
    }

    private static FeedStanding standing(String status, Optional<Instant> arrival, long read) {
        return new FeedStanding(
                FeedId.parse("harborlight/participants"),
                "harborlight/participants",
                status,
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                Optional.of(WEEKLY),
                arrival.map(at -> new FeedStanding.Last(7, at, "loaded", read)),
                arrival,
                Optional.empty(),
                0,
                0);
    }
}
