package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelMarks;
import org.throughline.intake.FeedId;

/** Two nodes, of which the second takes over what the first asked: nothing is asked twice within an hour, and nothing is left out. */
final class PullTimesTest {
    private static final Instant NIGHT = Instant.parse("2026-10-06T02:00:00Z");
    private static final Channel CHANNEL = new Channel(
            "harborlight", "bookings", "http-pull", Optional.of(new FeedId("harborlight", "people")), Map.of());

    private Optional<Instant> read = Optional.empty();

    @Test
    void areDueAtOnceWhereNobodyReadTheChannel() {
        PullTimes first = at(Duration.ZERO);

        assertThat(first.isDue(CHANNEL)).isTrue();
        first.asks(CHANNEL);
        assertThat(first.isDue(CHANNEL))
                .as("it failed, and is tried again in an hour")
                .isFalse();
        first.forget(CHANNEL);
        assertThat(first.isDue(CHANNEL)).isTrue();
    }

    @Test
    void areDueAnHourAfterWhicheverNodeReadTheChannel() {
        read = Optional.of(NIGHT);

        assertThat(at(Duration.ofMinutes(1)).isDue(CHANNEL))
                .as("right after a take-over")
                .isFalse();
        assertThat(at(Duration.ofMinutes(59)).isDue(CHANNEL)).isFalse();
        assertThat(at(Duration.ofMinutes(60)).isDue(CHANNEL)).isTrue();
    }

    @Test
    void areDueWhereAnotherNodeWasKilledBeforeItHadReadTheWhole() {
        read = Optional.of(NIGHT.minus(Duration.ofHours(1)));

        assertThat(at(Duration.ofMinutes(1)).isDue(CHANNEL)).isTrue();
    }

    @Test
    void areNotPutOffByAClockThatWasAhead() {
        read = Optional.of(NIGHT.plus(Duration.ofHours(5)));

        assertThat(at(Duration.ZERO).isDue(CHANNEL)).isTrue();
    }

    /** The times of a node that knows nothing yet, so long after the beginning of the night. */
    private PullTimes at(Duration later) {
        return new PullTimes(new Read(), Clock.fixed(NIGHT.plus(later), ZoneOffset.UTC));
    }

    /** What the database knows. */
    private final class Read implements ChannelMarks {
        @Override
        public Optional<String> mark(Channel channel) {
            return Optional.empty();
        }

        @Override
        public void keep(Channel channel, String mark) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Instant> readAt(Channel channel) {
            return read;
        }

        @Override
        public boolean nothingNew(Channel channel, String sha256) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void submitted(Channel channel, Optional<String> emptySha256) {
            throw new UnsupportedOperationException();
        }
    }
}
