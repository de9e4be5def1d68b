package org.throughline.route;

import java.util.Locale;

/** Folder of an account that the hub writes into. */
public enum OutgoingFolder {
    /** What became of the partner's submissions. */
    RECEIPTS,
    /** Outcome files about the partner's own former clients. */
    OUTCOMES;

    /** Its name at the account. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
