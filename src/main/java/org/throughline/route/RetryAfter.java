package org.throughline.route;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long to wait before a request is sent again: what the service asks for, or twice as long as the time before. */
final class RetryAfter {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST_OF_OURS = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private RetryAfter() {}

    /** The wait after this many failed attempts, from 1. */
    static Duration after(int attempts, Optional<String> stated, Instant now) {
        Duration ours = FIRST.multipliedBy(1L << Math.min(attempts - 1, 10));
        return stated.flatMap(text -> parse(text.strip(), now))
                .map(asked -> shorter(asked, LONGEST))
                .orElse(shorter(ours, LONGEST_OF_OURS));
    }

    private static Optional<Duration> parse(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration until = Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeParseException unfit) {
            return Optional.empty();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
