package org.throughline.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides about single pairs of records: rulings first, then rules, then doubts. */
final class Judge {
    private final List<Identity> identities;
    private final Map<ClientPair, Ruling> rulings = new HashMap<>();
    private final ClientMerges merges;
    private final Map<ClientPair, StatedMerge> disputed;
    private final Set<ClientRef> sharedNames;

    Judge(List<Identity> identities, List<Ruling> rulings, ClientMerges merges) {
        this.merges = merges;
        this.disputed = merges.disputed();
        this.identities = identities;
        rulings.forEach(ruling -> this.rulings.put(ruling.pair(), ruling));
        this.sharedNames = sharedNames();
    }

    /** Records whose name and birth date another client of the same sender carries too, under another SSN or none. */
    private Set<ClientRef> sharedNames() {
        Map<List<Object>, Set<String>> numbers = new HashMap<>();
        Map<List<Object>, Set<ClientRef>> groups = new HashMap<>();
        for (var identity : identities) {
            var name = identity.name();
            if (identity.hasFullBirthDate()
                    && !name.first().isEmpty()
                    && !name.last().isEmpty()) {
                List<Object> key = List.of(identity.ref().sender(), name.first(), name.last(), identity.birth());
                groups.computeIfAbsent(key, any -> new HashSet<>()).add(identity.ref());
                numbers.computeIfAbsent(key, any -> new HashSet<>())
                        .add(identity.ssn().full());
            }
        }
        var shared = new HashSet<ClientRef>();
        groups.forEach((key, group) -> {
            var one = numbers.get(key).size() == 1 && !numbers.get(key).contains("");
            var clients = group.stream().map(merges::survivor).distinct().count();
            if (clients > 1 && !one) {
                shared.addAll(group);
            }
        });
        return shared;
    }

    Edge judge(int i, int j) {
        var pair = pair(i, j);
        var evidence = Evidence.of(identities.get(i), identities.get(j));
        if (isMerged(i, j)) {
            return merged(i, j, evidence);
        }
        var ruling = Optional.ofNullable(rulings.get(pair));
        if (ruling.isPresent()) {
            return ruled(i, j, evidence, ruling.get());
        }
        var rule = LinkRules.linking(evidence);
        if (rule.isPresent()) {
            return linked(i, j, evidence, rule.get());
        }
        if (disputed.containsKey(pair)) {
            return inReview(i, j, evidence, ReviewRule.merge(merges.standing(disputed.get(pair))));
        }
        var doubt = ReviewRule.naming(evidence);
        return doubt.isPresent()
                ? inReview(i, j, evidence, doubt.get().reason())
                : unlinked(i, j, evidence, "Too little agrees, or something contradicts it.");
    }

    private Edge ruled(int i, int j, Evidence evidence, Ruling ruling) {
        var reason = "Ruled %s the same client by a person (ruling %d)."
                .formatted(ruling.kind().word(), ruling.number());
        if (isUnaware(ruling)) {
            return inReview(i, j, evidence, reason + " The sender merged the two since.");
        }
        return ruling.kind() == RulingKind.NEVER
                ? unlinked(i, j, evidence, reason)
                : new Edge(
                        i, j, Edge.RULED, comparison(i, j, evidence).decided(Decision.LINK, Grade.DISCLOSURE, reason));
    }

    /** True for a ruling of never that is older than a merge of the same pair, so that a person must look again. */
    private boolean isUnaware(Ruling ruling) {
        var merge = disputed.get(ruling.pair());
        return ruling.kind() == RulingKind.NEVER
                && merge != null
                && merge.since().isAfter(ruling.madeAt());
    }

    private Edge merged(int i, int j, Evidence evidence) {
        var decided = comparison(i, j, evidence).decided(Decision.LINK, Grade.DISCLOSURE, ReviewRule.MERGED);
        return new Edge(i, j, Edge.MERGED, decided);
    }

    /** True where the sender's own merge makes one client of the two; a ruling of never puts the merge out of force. */
    private boolean isMerged(int i, int j) {
        return merges.areOne(identities.get(i).ref(), identities.get(j).ref());
    }

    private Edge linked(int i, int j, Evidence evidence, LinkRule rule) {
        if (LinkRules.needsUniqueName(rule) && (isNameShared(i) || isNameShared(j))) {
            var reason = "Several records of one sender share this name and birth date.";
            return inReview(i, j, evidence, reason);
        }
        var comparison = comparison(i, j, evidence).decided(Decision.LINK, rule.grade(), rule.reason());
        return new Edge(i, j, LinkRules.all().indexOf(rule) + Edge.FIRST_RULE, comparison);
    }

    private Edge inReview(int i, int j, Evidence evidence, String doubt) {
        return unlinked(i, j, evidence, "").refused(doubt);
    }

    private Edge unlinked(int i, int j, Evidence evidence, String reason) {
        var comparison = comparison(i, j, evidence).decided(Decision.NO_LINK, Grade.NONE, reason);
        return new Edge(i, j, Edge.UNLINKED, comparison);
    }

    private Comparison comparison(int i, int j, Evidence evidence) {
        return new Comparison(
                pair(i, j), evidence.agreementWords(), evidence.conflictWords(), Decision.NO_LINK, Grade.NONE, "");
    }

    /** Why these two may not stand in one joint client, whatever links them to a third; empty where they may. */
    Optional<String> bar(int i, int j) {
        var ruling = rulings.get(pair(i, j));
        if (ruling != null) {
            return ruling.kind() == RulingKind.NEVER ? Optional.of("a ruling keeps them apart") : Optional.empty();
        }
        if (isMerged(i, j)) {
            return Optional.empty();
        }
        var evidence = Evidence.of(identities.get(i), identities.get(j));
        if (!evidence.barriers().isEmpty()) {
            return Optional.of(evidence.barriers().iterator().next().words() + " contradicts");
        }
        return evidence.isWithinSender() && !LinkRules.STRONGEST.holds(evidence)
                ? Optional.of("one sender keeps two of them apart")
                : Optional.empty();
    }

    private boolean isNameShared(int i) {
        return sharedNames.contains(identities.get(i).ref());
    }

    Identity identity(int i) {
        return identities.get(i);
    }

    /** Records that can be found in another source; records that the sender merged are found by what any of them tells. */
    Set<ClientRef> searchable() {
        var found = identities.stream()
                .filter(Identity::isSearchable)
                .map(Identity::ref)
                .map(merges::survivor)
                .collect(Collectors.toSet());
        return identities.stream()
                .map(Identity::ref)
                .filter(ref -> found.contains(merges.survivor(ref)))
                .collect(Collectors.toSet());
    }

    private ClientPair pair(int i, int j) {
        return ClientPair.of(identities.get(i).ref(), identities.get(j).ref());
    }

    boolean isRuled(int i, int j) {
        return rulings.containsKey(pair(i, j));
    }
}
