package org.throughline.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where a test has set it. */
public final class SetClock extends Clock {
    private volatile Instant instant;

    /** A clock that stands at this instant. */
    public SetClock(Instant instant) {
        this.instant = instant;
    }

    /** Sets the clock. */
    public void set(Instant to) {
        this.instant = to;
    }

    @Override
    public Instant instant() {
        return instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant, zone);
    }
}
