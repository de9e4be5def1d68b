package org.throughline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelMarks;

/**
 * When channels are asked: an hour after they were read last, by whichever node. One that cannot be read is tried no more often,
 * and where nobody noted when it was read, a node asks it as soon as it takes its partner up.
 */
final class PullTimes {
    static final Duration BETWEEN = Duration.ofHours(1);

    private final ChannelMarks marks;
    private final Clock clock;
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();

    PullTimes(ChannelMarks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
    }

    /** True where the channel should be asked now; asks the database only where this process does not know. */
    boolean isDue(Channel channel) {
        Instant now = clock.instant();
        if (isFresh(Optional.ofNullable(asked.get(channel.id())), now)) {
            return false;
        }
        Optional<Instant> read = marks.readAt(channel);
        if (isFresh(read, now)) {
            asked.put(channel.id(), read.orElseThrow());
            return false;
        }
        return true;
    }

    /** What lies in the future was stamped by a clock that is wrong; it must not keep a channel from being asked. */
    private static boolean isFresh(Optional<Instant> at, Instant now) {
        return at.filter(instant -> !instant.isAfter(now))
                .filter(instant -> instant.isAfter(now.minus(BETWEEN)))
                .isPresent();
    }

    /** The channel is asked now. */
    void asks(Channel channel) {
        asked.put(channel.id(), clock.instant());
    }

    /** The channel was changed or let go; what another node does with it is not known here. */
    void forget(Channel channel) {
        asked.remove(channel.id());
    }
}
