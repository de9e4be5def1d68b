package org.throughline.acceptance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A row as a feed told it at an instant.
 *
 * @param gone true where the row ended then
 */
record FeedRow(Instant at, boolean gone, List<String> cells) {

    /** What stands on one side only. */
    record Difference(List<FeedRow> missing, List<FeedRow> unexpected) {

        static Difference between(List<FeedRow> expected, List<FeedRow> found) {
            return new Difference(without(expected, found), without(found, expected));
        }

        private static List<FeedRow> without(List<FeedRow> rows, List<FeedRow> others) {
            List<FeedRow> left = new ArrayList<>(rows);
            others.forEach(left::remove);
            return left;
        }

        boolean none() {
            return missing.isEmpty() && unexpected.isEmpty();
        }
    }
}
