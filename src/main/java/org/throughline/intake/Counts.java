package org.throughline.intake;

import java.util.Map;

/** How many source records ended in which state; read is always their sum. */
public record Counts(long accepted, long unchanged, long held, long rejected, long waiting) {

    /** No records at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Records read. */
    public long read() {
        return accepted + unchanged + held + rejected + waiting;
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                accepted + other.accepted,
                unchanged + other.unchanged,
                held + other.held,
                rejected + other.rejected,
                waiting + other.waiting);
    }

    /** Counts from a count per state. */
    public static Counts of(Map<RecordState, Long> states) {
        return new Counts(
                states.getOrDefault(RecordState.ACCEPTED, 0L),
                states.getOrDefault(RecordState.UNCHANGED, 0L),
                states.getOrDefault(RecordState.HELD, 0L),
                states.getOrDefault(RecordState.REJECTED, 0L),
                states.getOrDefault(RecordState.WAITING, 0L));
    }
}
