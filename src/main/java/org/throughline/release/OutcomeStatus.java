package org.throughline.release;

/** What a provider is told about a client and a measure. */
public enum OutcomeStatus {
    /** The event was found; told as soon as the grounds hold, even while the window is open. */
    NUM,
    /** Nothing was found so far, and the window is not complete. */
    OPEN,
    /** Nothing was found, and the window is complete. */
    DEN_ONLY,
    /** Nothing is told, for any reason; every reason looks the same. */
    NOT_AVAILABLE
}
