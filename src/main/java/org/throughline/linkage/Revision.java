package org.throughline.linkage;

import java.util.List;
import java.util.Optional;

/**
 * What a run changes; empty lists where nothing changes.
 *
 * @param model version of the rules
 * @param counts the figures of the run
 * @param clients joint clients of which anything changes, each with the members whose link is new or different
 * @param ended records that belong to no joint client any more: gone, or kept out of linkage
 * @param retired joint clients that have no records any more
 * @param closed pairs whose comparison no longer holds as it stands
 * @param opened comparisons that are new or different
 */
public record Revision(
        String model,
        LinkageCounts counts,
        List<ChangedClient> clients,
        List<ClientRef> ended,
        List<RetiredClient> retired,
        List<ClientPair> closed,
        List<Comparison> opened) {

    public Revision {
        clients = List.copyOf(clients);
        ended = List.copyOf(ended);
        retired = List.copyOf(retired);
        closed = List.copyOf(closed);
        opened = List.copyOf(opened);
    }

    /** True where nothing is to be written. */
    public boolean isEmpty() {
        return clients.isEmpty() && ended.isEmpty() && retired.isEmpty() && closed.isEmpty() && opened.isEmpty();
    }

    /**
     * A joint client with new or different links.
     *
     * @param id its id; empty for a new one
     * @param anchor its first record, by which a new client is named until it has an id
     */
    public record ChangedClient(Optional<Long> id, ClientRef anchor, List<Partition.Member> changed) {
        public ChangedClient {
            changed = List.copyOf(changed);
        }
    }

    /**
     * A joint client that no longer exists.
     *
     * @param supersededBy first record of the client that took most of its records over; empty where none did
     */
    public record RetiredClient(long id, Optional<ClientRef> supersededBy) {}
}
