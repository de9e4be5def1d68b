package org.throughline.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.profile.ColumnProfile;

/** Finds columns that have another name now: alike in name, or at the same place with values of the same shape. */
final class Renaming {
    private static final double ALIKE = 0.5;
    private static final double VERY_ALIKE = 0.8;

    private final List<ColumnProfile> before;
    private final List<ColumnProfile> after;

    Renaming(List<ColumnProfile> before, List<ColumnProfile> after) {
        this.before = before;
        this.after = after;
    }

    /** Old column to new one, each at most once. */
    Map<ColumnProfile, ColumnProfile> pairs() {
        List<ColumnProfile> added = new ArrayList<>(without(after, before));
        Map<ColumnProfile, ColumnProfile> pairs = new LinkedHashMap<>();
        for (ColumnProfile old : without(before, after)) {
            added.stream().filter(now -> renamed(old, now)).findFirst().ifPresent(now -> {
                pairs.put(old, now);
                added.remove(now);
            });
        }
        return pairs;
    }

    /** The columns that the others do not have. */
    static List<ColumnProfile> without(List<ColumnProfile> some, List<ColumnProfile> others) {
        List<String> names = others.stream().map(ColumnProfile::name).toList();
        return some.stream().filter(column -> !names.contains(column.name())).toList();
    }

    private boolean renamed(ColumnProfile old, ColumnProfile now) {
        double likeness = old.words().likeness(now.words());
        boolean sameType = old.type().type() == now.type().type();
        boolean samePlace = before.indexOf(old) == after.indexOf(now);
        boolean sameShape = old.shapes().keySet().stream()
                .findFirst()
                .filter(shape -> now.shapes().containsKey(shape))
                .isPresent();
        return sameType && (likeness >= VERY_ALIKE || samePlace && (likeness >= ALIKE || sameShape));
    }
}
