package org.throughline.release;

/**
 * What can be said of a client's record before anybody asks whether an event exists.
 *
 * @param served the recipient holds the enrollment that ended, for this client
 * @param victimServices the program served victims of domestic violence
 * @param searchable the record can be found in other sources
 * @param underReview a doubtful pair around the joint client waits for a ruling
 * @param linkUnchanged the record belongs to the joint client for which the measures were computed
 */
public record Standing(
        boolean served, boolean victimServices, boolean searchable, boolean underReview, boolean linkUnchanged) {}
