package org.throughline.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The difference between what is known and what an engine found. */
final class Revising {
    private final Known known;
    private final Partition found;
    private final Map<ClientRef, ClientLink> links = new HashMap<>();

    private Revising(Known known, Partition found) {
        this.known = known;
        this.found = found;
        known.links().forEach(link -> links.put(link.member().ref(), link));
    }

    static Revision between(Known known, Partition found, String model) {
        return new Revising(known, found).revision(model);
    }

    private Revision revision(String model) {
        var former = new HashMap<ClientRef, Long>();
        links.forEach((ref, link) -> former.put(ref, link.client()));
        var ids = IdAssignment.of(found.clients(), former);
        var opened = new ArrayList<Comparison>();
        var closed = new ArrayList<ClientPair>();
        compareComparisons(opened, closed);
        return new Revision(model, LinkageCounts.of(found), changed(ids), ended(), ids.retired(), closed, opened);
    }

    private List<Revision.ChangedClient> changed(IdAssignment ids) {
        var changed = new ArrayList<Revision.ChangedClient>();
        for (var client : found.clients()) {
            var id = ids.idOf(client);
            var members = client.members().stream()
                    .filter(member -> !isAsKnown(member, id))
                    .toList();
            if (!members.isEmpty()) {
                changed.add(new Revision.ChangedClient(id, IdAssignment.anchor(client), members));
            }
        }
        return changed;
    }

    private boolean isAsKnown(Partition.Member member, Optional<Long> id) {
        var link = links.get(member.ref());
        return link != null
                && id.isPresent()
                && link.client() == id.get()
                && link.member().equals(member);
    }

    private List<ClientRef> ended() {
        var present = new HashSet<ClientRef>();
        found.clients().forEach(client -> client.members().forEach(member -> present.add(member.ref())));
        return links.keySet().stream()
                .filter(ref -> !present.contains(ref))
                .sorted()
                .toList();
    }

    private void compareComparisons(List<Comparison> opened, List<ClientPair> closed) {
        var before = new HashMap<ClientPair, Comparison>();
        known.comparisons().forEach(comparison -> before.put(comparison.pair(), comparison));
        for (var comparison : found.comparisons()) {
            var held = before.remove(comparison.pair());
            if (comparison.equals(held)) {
                continue;
            }
            opened.add(comparison);
            if (held != null) {
                closed.add(comparison.pair());
            }
        }
        before.keySet().stream().sorted().forEach(closed::add);
    }
}
