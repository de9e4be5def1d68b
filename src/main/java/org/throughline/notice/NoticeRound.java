package org.throughline.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;
import org.throughline.problem.ProblemCode;

/**
 * Sends the notices that are due. Each is claimed, sent and marked, one after the other: a crash repeats one mail at most. What
 * fails is an event of the partner, is tried again later, and never hinders whoever asked.
 */
public final class NoticeRound {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeRound.class);
    private static final Duration REST = Duration.ofMinutes(15);

    private final NoticeStore store;
    private final Post post;
    private final FeedEvents events;
    private final Clock clock;
    private Instant quietUntil = Instant.MIN;

    /** Rounds with one mail server; failures become events. */
    public NoticeRound(NoticeStore store, Post post, FeedEvents events, Clock clock) {
        this.store = store;
        this.post = post;
        this.events = events;
        this.clock = clock;
    }

    /** Sends what is due now; returns how many the mail server took. A server that failed is left alone for a while. */
    public synchronized int send() {
        if (clock.instant().isBefore(quietUntil)) {
            return 0;
        }
        try {
            store.gather(clock.instant());
            return sendAll();
        } catch (RuntimeException failed) {
            LOG.error("Notices could not be sent: {}", failed.getClass().getName());
            return 0;
        }
    }

    private int sendAll() {
        int sent = 0;
        Optional<Notice> next = store.claim(0, clock.instant());
        while (next.isPresent()) {
            Notice notice = next.get();
            Posted posted = post.send(NoticeText.of(notice));
            if (posted instanceof Posted.Taken) {
                store.sent(notice.id(), clock.instant());
                sent++;
            } else if (failed(notice, posted)) {
                return sent;
            }
            next = store.claim(notice.id(), clock.instant());
        }
        return sent;
    }

    /** True where no other notice can be sent either. */
    private boolean failed(Notice notice, Posted posted) {
        store.failed(notice.id());
        if (posted instanceof Posted.Broken broken) {
            tell(notice, broken.fact());
            quietUntil = clock.instant().plus(REST);
            return true;
        }
        if (posted instanceof Posted.Refused refused) {
            tell(notice, refused.fact());
        }
        return false;
    }

    private void tell(Notice notice, String fact) {
        events.record(FeedEvent.of(
                clock.instant(), notice.sender(), ProblemCode.MAIL, "A notice could not be sent: " + fact + "."));
    }
}
