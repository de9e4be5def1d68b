package org.throughline.intake;

import java.time.Instant;
import java.util.Optional;

/** Replays: what was asked, how far each is, and the transactions in which they work. */
public interface Replays {

    /** Enters a replay; it has not begun to work. */
    long enter(ReplayPlan plan, Instant at);

    /** Opens the transaction for a sender; waits for the sender's loads. */
    ReplaySpace open(IntakePorts ports, String sender, boolean tellingConsequences);

    /** The replay with this number. */
    Optional<Entry> find(long replay);

    /** The version of this number of a mapping. */
    Optional<Long> version(String mapping, int number);

    /** The last submission of a sender that was purged; 0 where none was. Up to it nothing can be read again. */
    long purgedUpTo(String sender);

    /** Notes where a replay stands. */
    void note(long replay, Entry entry);

    /** Asks a running replay to stop at the next submission. */
    boolean askToStop(long replay);

    /**
     * A replay as it stands.
     *
     * @param status running, stopped, unconfirmed or done
     * @param confirmed number of changes that a person has said yes to
     * @param changes what it changed, or would have changed, where that is known
     */
    record Entry(
            ReplayPlan plan,
            String status,
            int total,
            int decided,
            boolean stopAsked,
            Optional<Long> confirmed,
            Optional<Long> changes) {

        Entry at(String now, int done, int of) {
            return new Entry(plan, now, of, done, stopAsked, confirmed, changes);
        }

        Entry confirmed(Optional<Long> number) {
            return new Entry(plan, status, total, decided, false, number.or(() -> confirmed), changes);
        }

        Entry changing(long number) {
            return new Entry(plan, status, total, decided, stopAsked, confirmed, Optional.of(number));
        }
    }
}
