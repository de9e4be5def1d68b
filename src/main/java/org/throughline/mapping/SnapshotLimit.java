package org.throughline.mapping;

/** A snapshot closes at most this many records, or this share of those in scope, whichever is more, without a person's yes. */
public record SnapshotLimit(long records, double percent) {

    /** Whether closing this many of this many records in scope needs a person's yes. */
    public boolean exceededBy(long closing, long inScope) {
        return closing > Math.max(records, inScope * percent / 100.0);
    }
}
