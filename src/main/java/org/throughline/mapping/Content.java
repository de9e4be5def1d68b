package org.throughline.mapping;

/** What a file is to the files before it. */
public enum Content {
    /** Everything that holds in its period and scope: what is no longer there has ended. */
    SNAPSHOT,
    /** New and changed records only. */
    CHANGES,
    /** New records only. */
    APPEND,
    /** Replaces the earlier file for the same period. */
    RESTATEMENT
}
