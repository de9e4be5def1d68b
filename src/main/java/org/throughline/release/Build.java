package org.throughline.release;

/** What came of building an outcome file. */
public sealed interface Build {

    /** A new file was written. */
    record Written(OutcomeFile file) implements Build {}

    /** Every row says what the latest file says; no new file was written. */
    record Unchanged(OutcomeFile latest) implements Build {}

    /** No file may be written. */
    record Refused(Refusal refusal, String message) implements Build {}

    /** Why no file may be written at all. */
    enum Refusal {
        /** No provider of that name. */
        UNKNOWN_RECIPIENT,
        /** No agreement was ever made with the provider. */
        NEVER_SET_UP,
        /** Nothing was measured yet. */
        NOTHING_MEASURED,
        /** Linkage has moved on since the measures were computed. */
        MEASURES_STALE,
        /** The clock stands before the instant of an earlier file. */
        CLOCK_BEHIND,
        /** The agreements with the provider ask for different formats. */
        FORMATS_DIFFER,
        /** A client number is too long for the format. */
        TOO_LONG
    }
}
