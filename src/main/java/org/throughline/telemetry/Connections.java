package org.throughline.telemetry;

/** What connections to the database do. */
public enum Connections {
    /** At work. */
    ACTIVE,
    /** Open, and waiting for work. */
    IDLE,
    /** Not there: somebody waits for one. */
    PENDING
}
