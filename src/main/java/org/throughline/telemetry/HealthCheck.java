package org.throughline.telemetry;

/** What the hub looks at to tell its health. */
public enum HealthCheck {
    /** The start: migrations, purge, unfinished work, doors. */
    START,
    /** The database answers. */
    DATABASE,
    /** Room on the disk of the home. */
    DISK,
    /** The rounds in which receipts go out and feeds are watched. */
    ROUNDS,
    /** Submissions that are received and not decided. */
    QUEUE,
    /** Feeds whose files are missing. */
    FEEDS
}
