package org.throughline.intake;

import java.util.Locale;

/** What became of a source record; each has exactly one state. */
public enum RecordState {
    /** It changed what the hub believes. */
    ACCEPTED,
    /** It says what the hub believes already. */
    UNCHANGED,
    /** Somebody must correct it or rule on it. */
    HELD,
    /** It can never be valid. */
    REJECTED,
    /** Its parent has not arrived; it is taken up by itself when it does. */
    WAITING;

    /** The word in the database, in receipts and in annotated originals. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
