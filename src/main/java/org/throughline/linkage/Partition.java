package org.throughline.linkage;

import java.util.List;

/**
 * What an engine finds: every client record in exactly one joint client, and the comparisons that matter (links, reviews and
 * ruled pairs).
 *
 * @param clients joint clients, ordered by their first member
 * @param comparisons ordered by pair
 * @param skippedBlocks groups of records too large to be compared pair by pair
 */
public record Partition(List<JointClient> clients, List<Comparison> comparisons, int skippedBlocks) {

    public Partition {
        clients = List.copyOf(clients);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * One person.
     *
     * @param members records in order
     */
    public record JointClient(List<Member> members) {
        public JointClient {
            members = List.copyOf(members);
        }
    }

    /**
     * A client record in its joint client.
     *
     * @param grade strength of the weakest step that joins this record to the others; none where it is alone
     * @param searchable false where it has too few identifiers to be found in another source
     * @param reason why, in words
     */
    public record Member(ClientRef ref, Grade grade, boolean searchable, String reason) {}
}
