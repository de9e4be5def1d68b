package org.throughline.suggest;

/**
 * A field that a column may become.
 *
 * @param confidence from 0; 1 and more where several things speak for it
 * @param reason what speaks for it, without any value
 */
record Candidate(Target target, double confidence, String reason) {
    /** From here on a draft takes it, for its author to confirm. */
    static final double TAKEN = 0.8;

    /** From here on it is worth naming. */
    static final double NAMED = 0.5;

    boolean taken() {
        return confidence >= TAKEN;
    }

    /** Such as {@code client_record.last_name (0.95)}. */
    String shown() {
        return target + String.format(java.util.Locale.ROOT, " (%.2f)", Math.min(1, confidence));
    }
}
