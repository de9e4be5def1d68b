package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.throughline.node.NodeStanding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the nodes with what they hold. */
@Command(
        name = "list",
        description = "List the nodes that serve, each with its partners, and partners that no node serves.")
final class NodeListCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Mixin
    private JsonOption options;

    NodeListCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<NodeStanding> nodes = parts.nodes().standings();
        List<String> unheld = parts.nodes().unheld();
        Document document = Document.of(
                        "nodes", nodes.stream().map(NodeListCommand::document).toList())
                .with("not_served", unheld);
        console.answer(options.json(), document.map(), () -> lines(nodes, unheld));
        return ExitCode.OK.number();
    }

    private static Map<String, Object> document(NodeStanding standing) {
        return Document.of("node", standing.node().name())
                .with("host", standing.node().host())
                .with("alive", standing.isAlive())
                .with("started_at", standing.startedAt().toString())
                .with("seen_at", standing.seenAt().toString())
                .with("partners", standing.partners())
                .with("feeds", standing.feeds())
                .map();
    }

    private static List<String> lines(List<NodeStanding> nodes, List<String> unheld) {
        List<String> lines = new ArrayList<>();
        for (NodeStanding standing : nodes) {
            lines.add(standing.node().name() + " on " + standing.node().host() + ", "
                    + (standing.isAlive() ? "since " + standing.startedAt() : "silent since " + standing.seenAt())
                    + ": " + Counted.of(standing.partners().size(), "partner")
                    + ", " + Counted.of(standing.feeds().size(), "feed"));
            standing.partners().forEach(partner -> lines.add("  " + partner));
        }
        if (nodes.isEmpty()) {
            lines.add("No node serves.");
        }
        if (!nodes.isEmpty() && !unheld.isEmpty()) {
            lines.add("Served by no node now: " + String.join(", ", unheld) + ".");
        }
        return lines;
    }
}
