package org.throughline.intake;

import java.util.Locale;

/** What became of a submission. */
public enum SubmissionStatus {
    /** The original is kept; nothing is decided yet. */
    RECEIVED,
    /** Its records are decided and stored. */
    LOADED,
    /** The whole file waits for a correction or a ruling. */
    HELD,
    /** The file can never be loaded. */
    REJECTED,
    /** The same bytes were here before under the same mapping; nothing changed. */
    DUPLICATE;

    /** The word in the database and in receipts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
