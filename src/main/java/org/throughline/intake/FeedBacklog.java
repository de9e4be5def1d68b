package org.throughline.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * What lies open at a feed now.
 *
 * @param held records that wait for a person
 * @param waiting records that wait for others
 * @param undecided submissions that were received and not decided
 * @param undecidedSince when the oldest of those came
 * @param undelivered receipts that have not reached the sender's account
 * @param succeededAt when a submission was last loaded, or found to be there already
 */
public record FeedBacklog(
        FeedId feed,
        long held,
        long waiting,
        long undecided,
        Optional<Instant> undecidedSince,
        long undelivered,
        Optional<Instant> succeededAt) {}
