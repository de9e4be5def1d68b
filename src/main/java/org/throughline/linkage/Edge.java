package org.throughline.linkage;

/**
 * A compared pair of records by index.
 *
 * @param tier 0 for a ruling, then 1 for the strongest rule and so on; {@link #UNLINKED} where nothing links
 * @param comparison what is kept of it
 */
record Edge(int a, int b, int tier, Comparison comparison) {
    static final int UNLINKED = -1;

    boolean isLink() {
        return tier != UNLINKED;
    }

    Edge refused(String reason) {
        return new Edge(a, b, UNLINKED, comparison.decided(Decision.REVIEW, Grade.NONE, reason));
    }
}
