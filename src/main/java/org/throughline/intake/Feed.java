package org.throughline.intake;

/**
 * A feed as it is set up.
 *
 * @param number its key in the database
 * @param mapping id of the mapping that reads it
 * @param status testing, certified, live or stopped
 */
public record Feed(long number, FeedId id, String mapping, String status) {

    /** True while its files are checked and answered, and nothing of them is stored. */
    public boolean isTested() {
        return status.equals("testing") || status.equals("certified");
    }
}
