package org.throughline.telemetry;

/** What came of a delivery. */
public enum Result {
    /** It stands there whole. */
    DELIVERED,
    /** It did not get there, and is tried again. */
    FAILED
}
