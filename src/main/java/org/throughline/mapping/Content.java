package org.throughline.mapping;

/** What a file is to the files before it. */
public enum Content {
    /** Everything that holds in its period and scope: what is no longer there has ended. */
    SNAPSHOT,
    /** New and changed records only. */
    CHANGES,
    /** New records only. */
    APPEND,
    /** What happened, in order: of several records of one key in a file the last one counts. */
    EVENTS,
    /** Replaces the earlier file for the same period. */
    RESTATEMENT
}
