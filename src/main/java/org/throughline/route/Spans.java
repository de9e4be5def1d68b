package org.throughline.route;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;

/** Time spans as partner files write them: PT30S, P1D. */
final class Spans {

    private Spans() {}

    /** A span before an instant; a day is one of UTC. */
    static Instant before(Instant instant, String span) {
        return instant.atOffset(ZoneOffset.UTC).minus(amount(span)).toInstant();
    }

    static TemporalAmount amount(String span) {
        return span.indexOf('T') >= 0 ? Duration.parse(span) : Period.parse(span);
    }
}
