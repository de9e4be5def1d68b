package org.throughline.notice;

import java.time.Instant;
import java.util.Optional;
import org.throughline.intake.Counts;
import org.throughline.intake.FeedId;

/** What a notice is about. Names, numbers and days only: no name of a file from outside, no key, no value. */
public sealed interface Matter {

    /**
     * A receipt that is ready.
     *
     * @param edition which edition of the receipt, from 1
     * @param status how the submission ended, as a word
     * @param period first and last day that the submission tells about, in words
     * @param account true where the receipt stands in the partner's account
     */
    record ReceiptReady(
            long submission,
            int edition,
            FeedId feed,
            String status,
            Optional<String> period,
            Counts records,
            boolean account)
            implements Matter {}

    /**
     * An outcome file that is ready.
     *
     * @param file its name, which the hub gave
     * @param channel the channel by which it was delivered; empty where it stands in the partner's account
     */
    record OutcomeReady(String file, long rows, Optional<String> channel) implements Matter {}

    /**
     * A file that is due and has not come.
     *
     * @param seen when the hub saw that it was not there
     */
    record FileLate(FeedId feed, Instant due, Instant seen) implements Matter {}

    /**
     * A file that is due and has not come within its grace.
     *
     * @param seen when the hub saw that it was not there
     * @param escalated true where a day has passed since that was told
     */
    record FileMissing(FeedId feed, Instant due, Instant seen, boolean escalated) implements Matter {}
}
