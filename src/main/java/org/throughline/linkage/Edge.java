package org.throughline.linkage;

/**
 * A compared pair of records by index.
 *
 * @param tier 0 for a merge that the sender states, 1 for a ruling, then 2 for the strongest rule and so on; {@link #UNLINKED} where nothing links
 * @param comparison what is kept of it
 */
record Edge(int a, int b, int tier, Comparison comparison) {
    static final int UNLINKED = -1;
    static final int MERGED = 0;
    static final int RULED = 1;
    static final int FIRST_RULE = 2;

    boolean isLink() {
        return tier != UNLINKED;
    }

    Edge refused(String reason) {
        return new Edge(a, b, UNLINKED, comparison.decided(Decision.REVIEW, Grade.NONE, reason));
    }
}
