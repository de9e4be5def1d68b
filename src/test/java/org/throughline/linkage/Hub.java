package org.throughline.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Linkage state in memory, revised as the store does. */
final class Hub {
    final Map<ClientRef, ClientLink> links = new HashMap<>();
    final Map<Long, Long> supersededBy = new HashMap<>();

    private final Map<ClientPair, Comparison> comparisons = new HashMap<>();
    private final LinkageEngine engine;
    private long lastId;

    Hub(LinkageEngine engine) {
        this.engine = engine;
    }

    Revision run(List<ClientIdentifiers> records, List<Ruling> rulings) {
        var known = new Known(
                records, rulings, ClientMerges.none(), List.copyOf(links.values()), List.copyOf(comparisons.values()));
        var found = engine.link(records, rulings, TestClients.TODAY);
        var revision = Revising.between(known, found, engine.model());
        apply(revision);
        return revision;
    }

    private void apply(Revision revision) {
        revision.ended().forEach(links::remove);
        var ids = new HashMap<ClientRef, Long>();
        for (var client : revision.clients()) {
            long id = client.id().orElseGet(() -> ++lastId);
            ids.put(client.anchor(), id);
            client.changed().forEach(member -> links.put(member.ref(), new ClientLink(id, member)));
        }
        revision.retired()
                .forEach(retired ->
                        retired.supersededBy().ifPresent(heir -> supersededBy.put(retired.id(), ids.get(heir))));
        revision.closed().forEach(comparisons::remove);
        revision.opened().forEach(comparison -> comparisons.put(comparison.pair(), comparison));
    }

    Set<Comparison> comparisons() {
        return Set.copyOf(comparisons.values());
    }

    Set<Set<ClientRef>> partition() {
        return links.values().stream()
                .collect(Collectors.groupingBy(
                        ClientLink::client,
                        Collectors.mapping(link -> link.member().ref(), Collectors.toSet())))
                .values()
                .stream()
                .collect(Collectors.toSet());
    }
}
