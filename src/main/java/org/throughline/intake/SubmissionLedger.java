package org.throughline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.throughline.mapping.Facts;

/** Feeds and what arrived for them. Every call is a transaction of its own. */
public interface SubmissionLedger {

    /** The feed with this id, if it is set up. */
    Optional<Feed> feed(FeedId id);

    /** The trial feed for a ready-made mapping, made where it does not exist. */
    Feed trialFeed(FeedId id, String mapping);

    /**
     * Enters a submission whose original is kept, in status received; returns the earlier one where this very arrival was entered
     * before and is not archived yet.
     *
     * @throws ServedElsewhereException where the node that fetched it does not serve its sender any more
     */
    Submission receive(Feed feed, Delivery delivery, Original original, Instant at);

    /**
     * Everything that was fetched from this sender so far is archived: what comes now has arrived anew.
     *
     * @param node number of the node that archived it, where several serve
     * @throws ServedElsewhereException where that node does not serve the sender any more
     */
    void archived(String sender, OptionalLong node);

    /** The submission with this number. */
    Optional<Submission> submission(long number);

    /**
     * The last later submission of the feed that is loaded, or repeats one that is, and whose period, where both have one,
     * overlaps this one's.
     */
    Optional<Long> overtaking(Submission submission);

    /**
     * True where, before the later of the two arrived, a file with other bytes for the very same period changed something, and so
     * took the place of the first.
     */
    boolean replaced(Submission submission, Submission later);

    /** The facts under which a submission was decided. */
    Facts facts(Submission submission);

    /** Submissions that were received and not decided, oldest first: what a crash left behind. */
    List<Submission> undecided();
}
