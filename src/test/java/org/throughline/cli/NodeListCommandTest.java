package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.node.LeaseStore;
import org.throughline.node.Node;
import org.throughline.node.NodeStanding;
import org.throughline.testing.FakeParts;

/** What operators read about the nodes. */
final class NodeListCommandTest {
    private static final Instant SINCE = Instant.parse("2026-10-06T12:00:00Z");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path home;

    @Test
    void tellsWhoServesWhomAndWhoServesNobody() {
        assertThat(list(new Standing(
                        List.of(
                                standing("east", true, List.of("aster", "basalt")),
                                standing("west", false, List.of("cedar"))),
                        List.of("cedar"))))
                .isEqualTo("""
                    east on machine, since 2026-10-06T12:00:00Z: 2 partners, 2 feeds
                      aster
                      basalt
                    west on machine, silent since 2026-10-06T12:01:00Z: 1 partner, 1 feed
                      cedar
                    Served by no node now: cedar.
                    """);
    }

    @Test
    void tellsWhenNobodyServes() {
        assertThat(list(new Standing(List.of(), List.of("aster")))).isEqualTo("No node serves.\n");
    }

    private static NodeStanding standing(String name, boolean alive, List<String> partners) {
        List<String> feeds =
                partners.stream().map(partner -> partner + "/people").toList();
        return new NodeStanding(new Node(name, "machine"), SINCE, SINCE.plusSeconds(60), alive, partners, feeds);
    }

    private String list(LeaseStore nodes) {
        FakeParts parts = new FakeParts(home);
        parts.nodes = nodes;
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(new Cli(parts, out, out).run("node", "list")).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Nodes that are looked at only. */
    private record Standing(List<NodeStanding> standings, List<String> unheld) implements LeaseStore {
        @Override
        public long join(Node node, Duration lease) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Held> renew(long node, Duration lease) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean holds(long node, String sender) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(long node, Collection<String> senders) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void leave(long node) {
            throw new UnsupportedOperationException();
        }
    }
}
