package org.throughline.measure;

/** Why an index event is excluded or unknown. */
public enum StatusReason {
    /** Excluded: another enrollment of the same client with the same provider ended on the same day and counts for both. */
    SAME_DAY_EXIT,
    /** Unknown: the client cannot be searched in the source, or a possible match waits for review. */
    NO_LINK,
    /** Unknown: no feed says to which day the source is complete. */
    SOURCE_GAP
}
