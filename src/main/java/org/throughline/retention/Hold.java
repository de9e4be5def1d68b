package org.throughline.retention;

import java.time.Instant;
import java.util.Optional;

/** A legal hold: what it covers is kept, whatever its retention says, until somebody lifts it. */
public record Hold(long number, Scope scope, String reason, Instant since, String by, Optional<Lifting> lifted) {

    /** Who lifted it, when and why. */
    public record Lifting(Instant at, String by, String reason) {}

    /** What is held: all of a sender, or one feed, one submission, or all that tells of one client. */
    public record Scope(String sender, Optional<String> feed, Optional<Long> submission, Optional<String> client) {

        /** Names no client. */
        @Override
        public String toString() {
            return feed.map(name -> "feed " + sender + "/" + name)
                    .or(() -> submission.map(number -> "submission " + number + " of " + sender))
                    .or(() -> client.map(key -> "a client of " + sender))
                    .orElse("all of " + sender);
        }
    }
}
