package org.throughline.mapping;

/** A yes-or-no question about a submission's counts ({@code rows}, {@code bad_rows}, {@code last_rows}). */
@FunctionalInterface
public interface CountRule {

    /**
     * The answer.
     *
     * @param rows records read
     * @param badRows records held or rejected
     * @param lastRows records read from the last loaded submission of the feed; 0 where there is none
     */
    boolean holds(long rows, long badRows, long lastRows);
}
