package org.throughline.linkage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How strongly two records of one joint client are linked: by the weakest step of the best path between them. */
public final class LinkPaths {
    private final Map<ClientRef, ClientRef> byDisclosure = new HashMap<>();
    private final Map<ClientRef, ClientRef> byAny = new HashMap<>();

    /** Paths along the comparisons that are links. */
    public LinkPaths(Collection<Comparison> comparisons) {
        for (var comparison : comparisons) {
            if (comparison.decision() == Decision.LINK) {
                join(byAny, comparison.pair());
            }
            if (comparison.decision() == Decision.LINK && comparison.grade() == Grade.DISCLOSURE) {
                join(byDisclosure, comparison.pair());
            }
        }
    }

    /** Grade of the link between two records; a record is surely the same client as itself. */
    public Grade linkGrade(ClientRef a, ClientRef b) {
        if (a.equals(b) || areJoined(byDisclosure, a, b)) {
            return Grade.DISCLOSURE;
        }
        return areJoined(byAny, a, b) ? Grade.ANALYTIC : Grade.NONE;
    }

    private static void join(Map<ClientRef, ClientRef> parents, ClientPair pair) {
        var a = root(parents, pair.a());
        var b = root(parents, pair.b());
        if (!a.equals(b)) {
            parents.put(b, a);
        }
    }

    private static boolean areJoined(Map<ClientRef, ClientRef> parents, ClientRef a, ClientRef b) {
        return root(parents, a).equals(root(parents, b));
    }

    private static ClientRef root(Map<ClientRef, ClientRef> parents, ClientRef ref) {
        var at = ref;
        while (parents.containsKey(at)) {
            at = parents.get(at);
        }
        return at;
    }
}
