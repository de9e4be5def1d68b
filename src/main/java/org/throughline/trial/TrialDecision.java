package org.throughline.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.intake.RecordState;
import org.throughline.intake.SettlingProblem;

/**
 * Decides every record as the database does for a hub that knows nothing of the sender yet: the same key twice, parents that
 * are not in the file, what says something and what repeats it. A test holds it against the database.
 */
final class TrialDecision {
    private static final Comparator<Claim> FIRST = Comparator.comparing(Claim::mention)
            .thenComparingLong(claim -> claim.of().number())
            .thenComparingInt(Claim::ordinal);
    private static final Comparator<Claim> LAST = Comparator.comparing(Claim::mention)
            .thenComparing(
                    Comparator.<Claim>comparingLong(claim -> claim.of().place().line())
                            .thenComparingLong(claim -> claim.of().number())
                            .thenComparingInt(Claim::ordinal)
                            .reversed());

    private final List<TriedRecord> records;
    private final Map<Entity, List<Claim>> claims;

    TrialDecision(List<TriedRecord> records, Map<Entity, List<Claim>> claims) {
        this.records = records;
        this.claims = claims;
    }

    /**
     * Decides.
     *
     * @param inOrder true where the file tells what happened in order, so that the last record of a key counts
     */
    void decide(boolean inOrder) {
        if (!inOrder) {
            holdKeysThatStandTwice();
        }
        awaitParents();
        settle(inOrder);
    }

    private void holdKeysThatStandTwice() {
        Set<TriedRecord> held = new LinkedHashSet<>();
        claims.forEach((entity, rows) -> {
            Set<TriedRecord> twice = saidTwice(rows);
            twice.forEach(record -> record.find(SettlingProblem.keyTwice(entity)));
            held.addAll(twice);
        });
        held.forEach(record -> record.becomes(RecordState.HELD));
    }

    private static Set<TriedRecord> saidTwice(List<Claim> rows) {
        Map<String, Claim.Content> said = new HashMap<>();
        Set<String> differ = new HashSet<>();
        for (Claim claim : rows) {
            if (claim.of().undecided() && !claim.mention()) {
                Claim.Content before = said.putIfAbsent(claim.key(), claim.content());
                if (before != null && !before.equals(claim.content())) {
                    differ.add(claim.key());
                }
            }
        }
        Set<TriedRecord> twice = new LinkedHashSet<>();
        for (Claim claim : differ.isEmpty() ? List.<Claim>of() : rows) {
            if (claim.of().undecided() && !claim.mention() && differ.contains(claim.key())) {
                twice.add(claim.of());
            }
        }
        return twice;
    }

    /** A record that waits is no parent either, so that those who refer to it wait too. */
    private void awaitParents() {
        Set<TriedRecord> waiting = orphans();
        while (!waiting.isEmpty()) {
            waiting.forEach(record -> {
                record.find(SettlingProblem.parentMissing());
                record.becomes(RecordState.WAITING);
            });
            waiting = orphans();
        }
    }

    private Set<TriedRecord> orphans() {
        Map<Entity, Set<String>> here = new EnumMap<>(Entity.class);
        Set<TriedRecord> orphans = new LinkedHashSet<>();
        claims.forEach((entity, rows) -> {
            List<Field> references = Claim.references(entity);
            for (int i = 0; i < references.size(); i++) {
                Entity parent =
                        Entity.named(references.get(i).parent().orElseThrow()).orElseThrow();
                Set<String> keys = here.computeIfAbsent(parent, this::keys);
                for (Claim claim : rows) {
                    if (claim.of().undecided()
                            && !claim.retracted()
                            && isMissing(claim.parents().get(i), keys)) {
                        orphans.add(claim.of());
                    }
                }
            }
        });
        return orphans;
    }

    private static boolean isMissing(Optional<String> parent, Set<String> keys) {
        return parent.isPresent() && !keys.contains(parent.get());
    }

    private Set<String> keys(Entity entity) {
        Set<String> keys = new HashSet<>();
        for (Claim claim : claims.getOrDefault(entity, List.of())) {
            if (claim.of().undecided() && !claim.retracted()) {
                keys.add(claim.key());
            }
        }
        return keys;
    }

    private void settle(boolean inOrder) {
        List<TriedRecord> accepted = new ArrayList<>();
        claims.forEach((entity, rows) -> {
            Map<String, Claim> counting = counting(rows, inOrder ? LAST : FIRST);
            counting.values().stream().filter(claim -> !claim.retracted()).forEach(claim -> accepted.add(claim.of()));
            if (inOrder) {
                noteEarlierOnes(entity, rows, counting);
            }
        });
        accepted.forEach(record -> record.becomes(RecordState.ACCEPTED));
        records.stream().filter(TriedRecord::undecided).forEach(record -> record.becomes(RecordState.UNCHANGED));
    }

    /** Of every key the claim that counts. */
    private static Map<String, Claim> counting(List<Claim> rows, Comparator<Claim> order) {
        Map<String, Claim> counting = new HashMap<>();
        for (Claim claim : rows) {
            if (claim.of().undecided()) {
                counting.merge(claim.key(), claim, (one, other) -> order.compare(one, other) <= 0 ? one : other);
            }
        }
        return counting;
    }

    private void noteEarlierOnes(Entity entity, List<Claim> rows, Map<String, Claim> counting) {
        Set<TriedRecord> earlier = new LinkedHashSet<>();
        for (Claim claim : rows) {
            if (claim.of().undecided()
                    && !claim.content().equals(counting.get(claim.key()).content())) {
                earlier.add(claim.of());
            }
        }
        earlier.forEach(record -> record.find(SettlingProblem.laterInFile(entity)));
    }
}
