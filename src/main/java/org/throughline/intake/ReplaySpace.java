package org.throughline.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The one transaction in which a sender's submissions are decided anew. What is decided over its ports stays in it; closing it
 * without a commit undoes everything.
 */
public interface ReplaySpace extends AutoCloseable {

    /** Ports that work inside the transaction. */
    IntakePorts ports();

    /** Takes the sender back to before its first submission; gives all that were decided, in order of arrival. */
    List<Decided> rewind();

    /** What people ruled about the records of a submission before. */
    Rulings rulings(long submission);

    /** Puts what came out beside what was believed before, keeps what is the same, and counts the rest. */
    ReplayReport settle();

    /** Makes it so, as the end of this replay; false where the replay has ended already. */
    boolean commit(long replay, ReplayReport report, Instant at);

    @Override
    void close();

    /**
     * A decided submission as it stood.
     *
     * @param version version that read it
     * @param waived codes of file rules that a person has waived for it
     * @param day first day of its period, or the day on which it came
     */
    record Decided(Submission submission, long version, Set<String> waived, LocalDate day) {}
}
