package org.throughline;

import java.util.List;
import org.throughline.cli.Check.Finding;
import org.throughline.node.LeaseStore;
import org.throughline.node.NodeStanding;

/** Looks at the nodes: where any serves, every partner should be served by one that is heard of. */
final class NodeCheck {
    private static final String NAME = "nodes";

    private NodeCheck() {}

    static Finding of(LeaseStore nodes) {
        List<String> alive = nodes.standings().stream()
                .filter(NodeStanding::isAlive)
                .map(standing ->
                        standing.node().name() + " with " + standing.partners().size())
                .toList();
        if (alive.isEmpty()) {
            return Finding.ok(NAME, "No node serves.");
        }
        List<String> unheld = nodes.unheld();
        return unheld.isEmpty()
                ? Finding.ok(NAME, "Nodes, each with the number of its partners: " + String.join(", ", alive) + ".")
                : Finding.warn(
                        NAME,
                        "Partners that no node serves: " + unheld.size() + ".",
                        "Nodes share partners anew within half a minute; see node list then, and the logs of the nodes.");
    }
}
