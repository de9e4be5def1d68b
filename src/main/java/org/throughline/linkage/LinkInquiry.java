package org.throughline.linkage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.throughline.audit.AuditLedger;

/**
 * Answers why a client record is linked, or is not: agreements and contradictions by name, never by value. Each look is in the
 * audit ledger, under joint ids.
 */
public final class LinkInquiry {
    private final ClientIndex index;
    private final LinkageEngine engine;
    private final AuditLedger audit;
    private final Clock clock;

    /** Answers from this index, with this engine for pairs that were not kept. */
    public LinkInquiry(ClientIndex index, LinkageEngine engine, AuditLedger audit, Clock clock) {
        this.index = index;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where one record stands; empty where linkage does not know it, or it is kept out. */
    public Optional<RecordAnswer> explain(ClientRef record) {
        var known = index.known();
        note(known, record);
        return link(known, record)
                .map(link -> new RecordAnswer(
                        link,
                        known.links().stream()
                                .filter(other -> other.client() == link.client())
                                .map(other -> other.member().ref())
                                .filter(other -> !other.equals(record))
                                .toList(),
                        known.comparisons().stream()
                                .filter(comparison -> concerns(comparison, record))
                                .toList(),
                        merges(known, record)));
    }

    /** How two records stand to each other; empty where linkage does not know one of them. */
    public Optional<PairAnswer> explain(ClientRef one, ClientRef other) {
        var known = index.known();
        note(known, one, other);
        var pair = ClientPair.of(one, other);
        var first = link(known, pair.a());
        var second = link(known, pair.b());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (first.isEmpty() || second.isEmpty() || !isEligible(known, pair)) {
            return Optional.empty();
        }
        var comparison = known.comparisons().stream()
                .filter(held -> held.pair().equals(pair))
                .findFirst()
                .orElseGet(() -> engine.compare(pair, known.records(), today));
        var ruling = known.rulings().stream()
                .filter(held -> held.pair().equals(pair))
                .findFirst();
        var together = first.get().client() == second.get().client();
        var merges = merges(known, one).stream()
                .filter(told -> ClientPair.of(
                                told.merge().survivor(), told.merge().merged())
                        .equals(pair))
                .toList();
        var grade = new LinkPaths(known.comparisons()).linkGrade(one, other);
        return Optional.of(new PairAnswer(comparison, together, grade, ruling, merges));
    }

    /** A merge with a number that linkage does not know, as one that is kept out, is not told. */
    private List<ToldMerge> merges(Known known, ClientRef record) {
        return index.mergesOf(record).stream()
                .filter(told -> link(known, told.merge().survivor()).isPresent()
                        && link(known, told.merge().merged()).isPresent())
                .toList();
    }

    private void note(Known known, ClientRef... looked) {
        var names = Arrays.stream(looked)
                .map(record -> link(known, record)
                        .map(link -> "joint client " + link.client())
                        .orElse(record.sender() + " client that is not linked"))
                .collect(Collectors.joining(", "));
        audit.record("link.explain", names, Map.of());
    }

    private static Optional<ClientLink> link(Known known, ClientRef record) {
        return known.links().stream()
                .filter(link -> link.member().ref().equals(record))
                .findFirst();
    }

    /** False for a record that came to be kept out of linkage, or went, since the last run. */
    private static boolean isEligible(Known known, ClientPair pair) {
        return known.records().stream()
                        .filter(record ->
                                record.ref().equals(pair.a()) || record.ref().equals(pair.b()))
                        .count()
                == 2;
    }

    private static boolean concerns(Comparison comparison, ClientRef record) {
        return comparison.pair().a().equals(record) || comparison.pair().b().equals(record);
    }

    /**
     * Where a record stands.
     *
     * @param others the other records of its joint client
     * @param comparisons links, doubts and rulings that concern it
     * @param merges its sender's merges that name it, also those that hold no longer
     */
    public record RecordAnswer(
            ClientLink link, List<ClientRef> others, List<Comparison> comparisons, List<ToldMerge> merges) {
        public RecordAnswer {
            others = List.copyOf(others);
            comparisons = List.copyOf(comparisons);
            merges = List.copyOf(merges);
        }
    }

    /**
     * How two records stand to each other.
     *
     * @param comparison the two set side by side
     * @param sameClient true where they belong to one joint client, perhaps through others
     * @param grade grade of the best path between them
     * @param ruling the ruling on the pair, where there is one
     * @param merges their sender's merges of the two, also those that hold no longer
     */
    public record PairAnswer(
            Comparison comparison, boolean sameClient, Grade grade, Optional<Ruling> ruling, List<ToldMerge> merges) {
        public PairAnswer {
            merges = List.copyOf(merges);
        }
    }
}
