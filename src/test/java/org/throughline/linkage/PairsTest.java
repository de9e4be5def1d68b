package org.throughline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.linkage.TestClients.TODAY;
import static org.throughline.linkage.TestClients.client;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

final class PairsTest {
    private final LinkageEngine engine = new DeterministicEngine();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/linkage/pairs.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void decidesAsTheFileSays(ArgumentsAccessor row) {
        var one = client("harborlight/1", row.getString(1));
        var other = client(row.getString(3).equals("one") ? "harborlight/2" : "dcyf/2", row.getString(2));
        var pair = ClientPair.of(one.ref(), other.ref());

        var comparison = engine.compare(pair, List.of(one, other), TODAY);

        assertThat(comparison.decision().word()).isEqualTo(row.getString(4));
        assertThat(comparison.grade().word()).isEqualTo(row.getString(5));
        assertThat(comparison.reason()).contains(row.getString(6));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/linkage/pairs.csv", numLinesToSkip = 1)
    void findsTheLinksAmongCandidates(ArgumentsAccessor row) {
        var one = client("harborlight/1", row.getString(1));
        var other = client(row.getString(3).equals("one") ? "harborlight/2" : "dcyf/2", row.getString(2));

        var partition = engine.link(List.of(other, one), List.of(), TODAY);

        assertThat(partition.clients()).hasSize(row.getString(4).equals("link") ? 1 : 2);
        assertThat(partition.comparisons()).hasSize(row.getString(4).equals("no_link") ? 0 : 1);
    }
}
