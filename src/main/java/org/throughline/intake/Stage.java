package org.throughline.intake;

import java.util.Locale;

/** A stage on a submission's way through the hub. */
public enum Stage {
    /** The whole way, from the file at the door to the receipt. */
    SUBMISSION,
    /** The original is kept, and the submission gets its number. */
    RECEIVE,
    /** Records are read, mapped, checked and staged. */
    READ,
    /** Every record is held against what the hub believes. */
    DECIDE,
    /** What is accepted is stored, with its history. */
    STORE,
    /** What became of each record is written down. */
    STATES,
    /** The transaction ends. */
    COMMIT,
    /** Records that waited for this submission are taken up. */
    TAKE_UP,
    /** The receipt is made. */
    RECEIPT,
    /** The receipt goes out on the partner's route. */
    DELIVER;

    /** The word in metrics and traces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
