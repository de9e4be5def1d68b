package org.throughline.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The first engine: a short list of named rules, each over identifiers that agree exactly or but for a typing error. */
public final class DeterministicEngine implements LinkageEngine {

    @Override
    public String model() {
        return LinkRules.MODEL;
    }

    @Override
    public Partition link(Known known, LocalDate today) {
        var identities = standardized(known.records(), today);
        var judge = new Judge(identities, known.rulings(), known.merges());
        var candidates = candidates(identities, known);
        var edges = new ArrayList<Edge>();
        for (long pair : candidates.ordered()) {
            edges.add(judge.judge((int) (pair >> 32), (int) pair));
        }
        var links = edges.stream().filter(Edge::isLink).toList();
        var clustering = Clustering.of(identities.size(), links, judge);
        var comparisons = kept(edges, clustering, judge);
        return new Partition(clients(judge, clustering, comparisons), comparisons, candidates.skippedBlocks());
    }

    @Override
    public Comparison compare(ClientPair pair, List<ClientIdentifiers> records, LocalDate today) {
        var identities = standardized(records, today);
        var indices = indices(identities);
        var a = indices.get(pair.a());
        var b = indices.get(pair.b());
        if (a == null || b == null) {
            throw new IllegalArgumentException(
                    "A record of the pair is not among the records that linkage may look at. Ask for eligible"
                            + " records.");
        }
        return new Judge(identities, List.of(), ClientMerges.none()).judge(a, b).comparison();
    }

    private static List<Identity> standardized(List<ClientIdentifiers> records, LocalDate today) {
        var identities = records.stream()
                .sorted(Comparator.comparing(ClientIdentifiers::ref))
                .map(raw -> Identity.of(raw, today))
                .toList();
        return FrequencyGuard.apply(identities);
    }

    private static CandidatePairs candidates(List<Identity> identities, Known known) {
        var candidates = CandidatePairs.of(identities);
        var indices = indices(identities);
        var stated = new HashSet<>(known.merges().disputed().keySet());
        known.merges().inForce().forEach((merged, survivor) -> stated.add(ClientPair.of(merged, survivor)));
        known.rulings().forEach(ruling -> stated.add(ruling.pair()));
        for (var pair : stated) {
            var a = indices.get(pair.a());
            var b = indices.get(pair.b());
            if (a != null && b != null) {
                candidates.include(a, b);
            }
        }
        return candidates;
    }

    private static Map<ClientRef, Integer> indices(List<Identity> identities) {
        var indices = new HashMap<ClientRef, Integer>();
        for (int i = 0; i < identities.size(); i++) {
            indices.put(identities.get(i).ref(), i);
        }
        return indices;
    }

    /** Links, doubts that still stand, refused links, and pairs that a person ruled on. */
    private static List<Comparison> kept(List<Edge> edges, Clustering clustering, Judge judge) {
        var kept = new TreeMap<ClientPair, Comparison>();
        for (var edge : edges) {
            var comparison = edge.comparison();
            var settled = clustering.areTogether(edge.a(), edge.b());
            var doubt = comparison.decision() == Decision.REVIEW && !settled;
            if (edge.isLink() || doubt || judge.isRuled(edge.a(), edge.b())) {
                kept.put(comparison.pair(), comparison);
            }
        }
        clustering.refused().forEach(edge -> kept.put(edge.comparison().pair(), edge.comparison()));
        return List.copyOf(kept.values());
    }

    private static List<Partition.JointClient> clients(
            Judge judge, Clustering clustering, List<Comparison> comparisons) {
        var reasons = new MemberReasons(comparisons, judge.searchable());
        return clustering.clients().stream()
                .map(members -> members.stream().map(judge::identity).toList())
                .map(members -> new Partition.JointClient(members.stream()
                        .map(member -> reasons.of(member, members))
                        .toList()))
                .toList();
    }

    /** Why each record stands where it stands. */
    private static final class MemberReasons {
        private final LinkPaths paths;
        private final Map<ClientRef, String> strongest = new HashMap<>();
        private final HashSet<ClientRef> inReview = new HashSet<>();
        private final Set<ClientRef> searchable;

        MemberReasons(List<Comparison> comparisons, Set<ClientRef> searchable) {
            this.searchable = searchable;
            paths = new LinkPaths(comparisons);
            comparisons.stream()
                    .filter(comparison -> comparison.decision() == Decision.LINK)
                    .sorted(Comparator.comparing(Comparison::grade).reversed().thenComparing(Comparison::pair))
                    .forEach(comparison -> {
                        strongest.putIfAbsent(comparison.pair().a(), comparison.reason());
                        strongest.putIfAbsent(comparison.pair().b(), comparison.reason());
                    });
            comparisons.stream()
                    .filter(comparison -> comparison.decision() == Decision.REVIEW)
                    .forEach(comparison -> {
                        inReview.add(comparison.pair().a());
                        inReview.add(comparison.pair().b());
                    });
        }

        Partition.Member of(Identity member, List<Identity> all) {
            var grade = all.stream()
                    .filter(other -> other != member)
                    .map(other -> paths.linkGrade(member.ref(), other.ref()))
                    .min(Comparator.naturalOrder())
                    .orElse(Grade.NONE);
            return new Partition.Member(
                    member.ref(), grade, searchable.contains(member.ref()), reason(member, all.size() > 1));
        }

        private String reason(Identity member, boolean linked) {
            var review = inReview.contains(member.ref()) ? " A possible match waits for review." : "";
            if (linked) {
                return strongest.get(member.ref()) + review;
            }
            if (member.isSearchable()) {
                return "No other record agrees well enough." + review;
            }
            var skipped = member.skips().stream().map(Skip::words).collect(Collectors.joining(", "));
            return "Too few identifiers to be searched: " + skipped + "." + review;
        }
    }
}
