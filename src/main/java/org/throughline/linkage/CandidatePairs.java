package org.throughline.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs of records that share enough to be worth comparing: an equal number, or name and birth date in part. */
final class CandidatePairs {
    /** A larger group would cost more comparisons than it could find clients; its value is next to meaningless. */
    static final int LARGEST_BLOCK = 1_000;

    private final Set<Long> pairs = new HashSet<>();
    private int skippedBlocks;

    private CandidatePairs() {}

    static CandidatePairs of(List<Identity> identities) {
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < identities.size(); i++) {
            for (var key : keys(identities.get(i))) {
                blocks.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
            }
        }
        var candidates = new CandidatePairs();
        blocks.values().forEach(candidates::add);
        return candidates;
    }

    private void add(List<Integer> block) {
        if (block.size() > LARGEST_BLOCK) {
            skippedBlocks++;
            return;
        }
        for (int i = 0; i < block.size(); i++) {
            for (int j = i + 1; j < block.size(); j++) {
                pairs.add(packed(block.get(i), block.get(j)));
            }
        }
    }

    /** Also these two, whatever they share. */
    void include(int i, int j) {
        pairs.add(packed(Math.min(i, j), Math.max(i, j)));
    }

    /** The pairs in order, the first index in the upper half. */
    long[] ordered() {
        return pairs.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    int skippedBlocks() {
        return skippedBlocks;
    }

    private static long packed(int i, int j) {
        return (long) i << 32 | j;
    }

    private static Set<String> keys(Identity identity) {
        var keys = new HashSet<String>();
        addIfGiven(keys, "ssn ", identity.ssn().full());
        addIfGiven(keys, "other id ", identity.otherId());
        if (identity.birth().isPresent()) {
            addNamesAndBirth(keys, identity, identity.birth().get());
        }
        var name = identity.name();
        if (!identity.phone().isEmpty() && !name.first().isEmpty()) {
            keys.add("phone " + identity.phone() + ' ' + name.first().charAt(0));
        }
        return keys;
    }

    private static void addIfGiven(Set<String> keys, String kind, String value) {
        if (!value.isEmpty()) {
            keys.add(kind + value);
        }
    }

    private static void addNamesAndBirth(Set<String> keys, Identity identity, Birth birth) {
        var name = identity.name();
        var day = birth.day();
        if (!identity.ssn().lastFour().isEmpty()) {
            keys.add("last four " + identity.ssn().lastFour() + ' ' + day);
        }
        if (name.first().isEmpty() || name.last().isEmpty()) {
            return;
        }
        var whole = ordered(name.first(), name.last());
        keys.add("name and year " + whole + ' ' + day.getYear());
        keys.add("name and day " + whole + ' ' + day.getMonthValue() + '-' + day.getDayOfMonth());
        var initials = ordered(name.first().substring(0, 1), name.last().substring(0, 1));
        keys.add("initials and birth " + initials + ' ' + day);
        name.lastForms().forEach(form -> keys.add("last name and birth " + form + ' ' + day));
    }

    /** Two words in alphabetical order, since given and family name are sometimes swapped. */
    private static String ordered(String a, String b) {
        return a.compareTo(b) < 0 ? a + ' ' + b : b + ' ' + a;
    }
}
