package org.throughline.intake;

import java.time.Instant;
import java.util.Optional;
import org.throughline.problem.ProblemCode;

/**
 * Something that happened to a partner's files outside any submission: a refused name, a failed login, an unknown file.
 * Holds no cell value and nothing that a stranger could have written.
 *
 * @param feed the feed, where one is known
 * @param code a {@link ProblemCode} name
 * @param proposal lines of a mapping that would take the change, and where they belong
 */
public record FeedEvent(
        Instant at,
        String sender,
        Optional<FeedId> feed,
        String code,
        String fact,
        String guidance,
        Optional<String> proposal) {

    /** An event of the partner's account as a whole. */
    public static FeedEvent of(Instant at, String sender, ProblemCode code, String fact) {
        return new FeedEvent(at, sender, Optional.empty(), code.name(), fact, code.guidance(), Optional.empty());
    }

    /** An event of one channel, and of the feed that it fills. */
    public static FeedEvent of(Instant at, Channel channel, ProblemCode code, String fact) {
        return new FeedEvent(
                at, channel.sender(), channel.feed(), code.name(), fact, code.guidance(), Optional.empty());
    }
}
