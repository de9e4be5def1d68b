package org.throughline.linkage;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What senders say of their own client numbers: which of them are one person, and under which number that person goes on. All
 * of it follows from the merges that hold now, whatever came first, so that a merge that is taken back leaves nothing behind.
 * Merges that contradict each other are not in force, none of them, and wait for a person or for the sender's word.
 */
public final class ClientMerges {
    private final List<StatedMerge> stated;
    private final Predicate<ClientRef> present;
    private final Map<StatedMerge, MergeStanding> faults = new HashMap<>();
    private final Map<ClientRef, ClientRef> next = new HashMap<>();
    private final Map<ClientRef, ClientRef> survivors = new HashMap<>();

    private ClientMerges(List<StatedMerge> stated, Predicate<ClientRef> present) {
        this.stated = stated;
        this.present = present;
    }

    /**
     * Merges as they stand together.
     *
     * @param stated every merge that a sender states now
     * @param present true for a number of which a client record has arrived
     * @param rulings rulings that hold; a ruling of never goes before what the sender says
     */
    public static ClientMerges of(
            Collection<StatedMerge> stated, Predicate<ClientRef> present, Collection<Ruling> rulings) {
        var apart = rulings.stream()
                .filter(ruling -> ruling.kind() == RulingKind.NEVER)
                .map(Ruling::pair)
                .collect(Collectors.toSet());
        var merges = new ClientMerges(
                stated.stream()
                        .filter(merge -> !merge.merged().equals(merge.survivor()))
                        .toList(),
                present);
        merges.leaveOut(MergeStanding.RULED_APART, merge -> apart.contains(pair(merge)));
        merges.followWhatIsClear();
        merges.leaveOut(
                MergeStanding.IN_A_CIRCLE, merge -> merges.path(merge.merged()).contains(merge.merged()));
        merges.faults.keySet().forEach(merge -> merges.next.remove(merge.merged(), merge.survivor()));
        merges.keepApart(apart);
        merges.next.keySet().forEach(merges::resolve);
        return merges;
    }

    /** No merges at all. */
    public static ClientMerges none() {
        return of(List.of(), any -> true, List.of());
    }

    private void leaveOut(MergeStanding fault, Predicate<StatedMerge> condition) {
        stated.stream()
                .filter(merge -> !faults.containsKey(merge))
                .filter(condition)
                .toList()
                .forEach(merge -> faults.put(merge, fault));
    }

    /** A number that is merged into one other is followed; one that is merged into several is not. */
    private void followWhatIsClear() {
        var targets = stated.stream()
                .filter(merge -> !faults.containsKey(merge))
                .collect(Collectors.groupingBy(
                        StatedMerge::merged, Collectors.mapping(StatedMerge::survivor, Collectors.toSet())));
        leaveOut(
                MergeStanding.MERGED_TWICE, merge -> targets.get(merge.merged()).size() > 1);
        stated.stream()
                .filter(merge -> !faults.containsKey(merge))
                .forEach(merge -> next.put(merge.merged(), merge.survivor()));
    }

    /** The numbers that follow a number, nearest first; it holds the number itself where the merges lead back to it. */
    private Set<ClientRef> path(ClientRef from) {
        var path = new LinkedHashSet<ClientRef>();
        var at = next.get(from);
        while (at != null && path.add(at)) {
            at = next.get(at);
        }
        return path;
    }

    /** Numbers that only a chain of merges joins, and a ruling keeps apart: none of these merges counts. */
    private void keepApart(Set<ClientPair> apart) {
        var named = named();
        var torn = apart.stream()
                .filter(pair -> named.contains(pair.a()) && named.contains(pair.b()))
                .filter(pair -> end(pair.a()).equals(end(pair.b())))
                .map(pair -> end(pair.a()))
                .collect(Collectors.toSet());
        leaveOut(MergeStanding.RULED_APART, merge -> isFollowed(merge) && torn.contains(end(merge.merged())));
        var left = next.keySet().stream()
                .filter(merged -> torn.contains(end(merged)))
                .toList();
        left.forEach(next::remove);
    }

    private boolean isFollowed(StatedMerge merge) {
        return merge.survivor().equals(next.get(merge.merged()));
    }

    private ClientRef end(ClientRef from) {
        return path(from).stream().reduce(from, (nearer, farther) -> farther);
    }

    private void resolve(ClientRef merged) {
        path(merged).stream()
                .filter(present)
                .reduce((nearer, farther) -> farther)
                .ifPresent(survivor -> survivors.put(merged, survivor));
    }

    /** The number under which a client goes on; the number itself where no merge is in force. */
    public ClientRef survivor(ClientRef ref) {
        return survivors.getOrDefault(ref, ref);
    }

    /** True where merges in force make one client of the two. */
    public boolean areOne(ClientRef one, ClientRef other) {
        return survivor(one).equals(survivor(other));
    }

    /** Numbers that count as another, each with the number that goes on. */
    public Map<ClientRef, ClientRef> inForce() {
        return Map.copyOf(survivors);
    }

    /** How a merge stands; the standing of one that is not stated is that of the one that says the same. */
    public MergeStanding standing(StatedMerge merge) {
        var fault = faults.get(merge);
        if (fault != null) {
            return fault;
        }
        return survivors.containsKey(merge.merged()) ? MergeStanding.IN_FORCE : MergeStanding.AWAITS_SURVIVOR;
    }

    /** Pairs that a sender states and that wait for a person, each with the merge that was stated last. */
    Map<ClientPair, StatedMerge> disputed() {
        return stated.stream()
                .filter(merge -> standing(merge).isDisputed())
                .collect(Collectors.toMap(ClientMerges::pair, Function.identity(), ClientMerges::later));
    }

    /** What is stated about two numbers directly. */
    public Optional<MergeStanding> between(ClientRef one, ClientRef other) {
        return stated.stream()
                .filter(merge -> merge.merged().equals(one) && merge.survivor().equals(other)
                        || merge.merged().equals(other) && merge.survivor().equals(one))
                .reduce(ClientMerges::later)
                .map(this::standing);
    }

    /** Groups of numbers that statements join in any way, in force or not. */
    public Set<ClientRef> anyKin(Set<ClientRef> of) {
        var kin = new HashSet<>(of);
        boolean found = true;
        while (found) {
            found = false;
            for (var merge : stated) {
                if (kin.contains(merge.merged()) || kin.contains(merge.survivor())) {
                    found |= kin.add(merge.merged()) | kin.add(merge.survivor());
                }
            }
        }
        return kin;
    }

    /** Every number that a statement names. */
    public Set<ClientRef> named() {
        var named = new HashSet<ClientRef>();
        stated.forEach(merge -> {
            named.add(merge.merged());
            named.add(merge.survivor());
        });
        return named;
    }

    private static StatedMerge later(StatedMerge one, StatedMerge other) {
        return one.since().isBefore(other.since()) ? other : one;
    }

    private static ClientPair pair(StatedMerge merge) {
        return ClientPair.of(merge.merged(), merge.survivor());
    }
}
