package org.throughline.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives joint clients the ids they had: an id goes to the client that holds most of its former records (where two hold as
 * many, the older id goes first), every other client gets a new one, and an id that no client keeps is retired.
 */
final class IdAssignment {
    private final Map<ClientRef, Long> kept = new HashMap<>();
    private final List<Revision.RetiredClient> retired = new ArrayList<>();

    private IdAssignment() {}

    /**
     * Assigns ids.
     *
     * @param clients the new joint clients
     * @param former id by record, as it was
     */
    static IdAssignment of(List<Partition.JointClient> clients, Map<ClientRef, Long> former) {
        var assignment = new IdAssignment();
        var claims = claims(clients, former);
        var taken = new HashSet<Long>();
        for (var claim : claims) {
            if (!taken.contains(claim.id()) && !assignment.kept.containsKey(claim.anchor())) {
                taken.add(claim.id());
                assignment.kept.put(claim.anchor(), claim.id());
            }
        }
        assignment.retire(former, claims, taken);
        return assignment;
    }

    private void retire(Map<ClientRef, Long> former, List<Claim> claims, Set<Long> taken) {
        var heirs = new HashMap<Long, ClientRef>();
        claims.forEach(claim -> heirs.putIfAbsent(claim.id(), claim.anchor()));
        former.values().stream()
                .distinct()
                .sorted()
                .filter(id -> !taken.contains(id))
                .forEach(id -> retired.add(new Revision.RetiredClient(id, Optional.ofNullable(heirs.get(id)))));
    }

    /** Every overlap of a new client with an old one, the largest first. */
    private static List<Claim> claims(List<Partition.JointClient> clients, Map<ClientRef, Long> former) {
        var claims = new ArrayList<Claim>();
        for (var client : clients) {
            var overlaps = new HashMap<Long, Integer>();
            client.members().stream()
                    .map(member -> former.get(member.ref()))
                    .filter(id -> id != null)
                    .forEach(id -> overlaps.merge(id, 1, Integer::sum));
            overlaps.forEach((id, overlap) -> claims.add(new Claim(id, anchor(client), overlap)));
        }
        claims.sort(Comparator.comparing(Claim::overlap)
                .reversed()
                .thenComparing(Claim::id)
                .thenComparing(Claim::anchor));
        return claims;
    }

    static ClientRef anchor(Partition.JointClient client) {
        return client.members().get(0).ref();
    }

    /** The id that a client keeps. */
    Optional<Long> idOf(Partition.JointClient client) {
        return Optional.ofNullable(kept.get(anchor(client)));
    }

    List<Revision.RetiredClient> retired() {
        return retired;
    }

    private record Claim(long id, ClientRef anchor, int overlap) {}
}
