package org.throughline.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Joins records along links, strongest rule first. Links of one strength that hang together are joined all or none: where
 * joining them would put contradicting records into one client, none of them counts and each goes to review. So the result
 * does not depend on the order of the records, and nothing is guessed. Numbers that a sender merged are one from the start.
 */
final class Clustering {
    private static final int LARGEST_CLIENT = 50;

    private final Judge judge;
    private final Groups groups;
    private final List<Edge> accepted = new ArrayList<>();
    private final List<Edge> refused = new ArrayList<>();

    private Clustering(int size, Judge judge) {
        this.judge = judge;
        this.groups = new Groups(size);
    }

    static Clustering of(int size, List<Edge> links, Judge judge) {
        var clustering = new Clustering(size, judge);
        var tiers = new TreeMap<Integer, List<Edge>>();
        links.forEach(link ->
                tiers.computeIfAbsent(link.tier(), any -> new ArrayList<>()).add(link));
        tiers.values().forEach(clustering::join);
        return clustering;
    }

    private void join(List<Edge> tier) {
        var trial = groups.copy();
        tier.forEach(edge -> trial.union(edge.a(), edge.b()));
        Map<Integer, List<Edge>> together = new LinkedHashMap<>();
        tier.forEach(edge -> together.computeIfAbsent(trial.root(edge.a()), any -> new ArrayList<>())
                .add(edge));
        together.forEach((root, edges) -> joinOrRefuse(trial.members(root), edges));
    }

    private void joinOrRefuse(List<Integer> members, List<Edge> edges) {
        var bar = edges.get(0).tier() == Edge.MERGED ? Optional.<String>empty() : bar(members);
        if (bar.isEmpty()) {
            edges.forEach(edge -> groups.union(edge.a(), edge.b()));
            accepted.addAll(edges);
            return;
        }
        var reason = edges.get(0).tier() == Edge.RULED
                ? "The rulings contradict each other through other records: " + bar.get() + "."
                : "Linked by rule, but joining all records that hang together here is refused: " + bar.get() + ".";
        edges.forEach(edge -> refused.add(edge.refused(reason)));
    }

    private Optional<String> bar(List<Integer> members) {
        if (members.size() > LARGEST_CLIENT) {
            return Optional.of("more than " + LARGEST_CLIENT + " records would become one client");
        }
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                var bar = barBetween(members.get(i), members.get(j));
                if (bar.isPresent()) {
                    return bar;
                }
            }
        }
        return Optional.empty();
    }

    /** Records that are joined already were checked, or joined by a ruling, which overrides contradictions. */
    private Optional<String> barBetween(int i, int j) {
        return groups.root(i) == groups.root(j) ? Optional.empty() : judge.bar(i, j);
    }

    boolean areTogether(int i, int j) {
        return groups.root(i) == groups.root(j);
    }

    /** Members of every joint client, each in order, ordered by their first. */
    List<List<Integer>> clients() {
        return groups.all().stream()
                .sorted(Comparator.comparing(members -> members.get(0)))
                .toList();
    }

    /** The links that count, with those that were refused at their strength but hold by a later step. */
    List<Edge> accepted() {
        return accepted;
    }

    /** The links that wait for a person. */
    List<Edge> refused() {
        return refused.stream().filter(edge -> !areTogether(edge.a(), edge.b())).toList();
    }
}
