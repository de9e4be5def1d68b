package org.throughline.drop;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * How the drop server listens.
 *
 * @param host address to listen at; loopback unless the operator says otherwise
 * @param port port to listen at; 0 for any free one
 * @param hostKey file of the host key, made on first start
 * @param clock stamps events
 */
public record DropSetting(String host, int port, Path hostKey, Clock clock, Limits limits) {

    /** The usual limits. */
    public DropSetting(String host, int port, Path hostKey, Clock clock) {
        this(host, port, hostKey, clock, Limits.USUAL);
    }

    /**
     * What a connection may take.
     *
     * @param authentication time to log in
     * @param idle time without a word before a session ends
     * @param sessions sessions at once, of all partners together
     * @param sessionsPerPartner sessions at once of one partner
     * @param strangers connections at once that have not logged in
     * @param handles files and folders that one session holds open
     * @param files files that may wait in a partner's inbox and acks
     */
    public record Limits(
            Duration authentication,
            Duration idle,
            int sessions,
            int sessionsPerPartner,
            int strangers,
            int handles,
            int files) {
        /** The limits of an installation. */
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(20), Duration.ofMinutes(5), 100, 8, 20, 64, 10_000);
    }
}
