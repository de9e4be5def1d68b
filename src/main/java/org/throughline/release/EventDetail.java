package org.throughline.release;

/** How exactly the day of an event may be told. */
public enum EventDetail {
    /** The month only. */
    MONTH,
    /** The day itself. */
    DATE
}
