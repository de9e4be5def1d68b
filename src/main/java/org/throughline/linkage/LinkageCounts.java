package org.throughline.linkage;

/**
 * The figures of a run.
 *
 * @param records client records looked at
 * @param linked records that share a joint client with a record of another sender
 * @param unsearchable records with too few identifiers
 * @param inReview pairs that wait for a person
 * @param skippedBlocks groups of records too large to be compared pair by pair
 */
public record LinkageCounts(long records, long linked, long unsearchable, long inReview, long skippedBlocks) {

    static LinkageCounts of(Partition partition) {
        long records = 0;
        long linked = 0;
        long unsearchable = 0;
        for (var client : partition.clients()) {
            var members = client.members();
            records += members.size();
            unsearchable +=
                    members.stream().filter(member -> !member.searchable()).count();
            var senders = members.stream().map(member -> member.ref().sender()).distinct();
            linked += senders.count() > 1 ? members.size() : 0;
        }
        long inReview = partition.comparisons().stream()
                .filter(comparison -> comparison.decision() == Decision.REVIEW)
                .count();
        return new LinkageCounts(records, linked, unsearchable, inReview, partition.skippedBlocks());
    }
}
