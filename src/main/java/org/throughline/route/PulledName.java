package org.throughline.route;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names of submissions that the hub itself makes out of what it pulls: the channel and the instant, nothing of the content. */
final class PulledName {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private PulledName() {}

    static String stamp(Instant at) {
        return STAMP.format(at);
    }
}
