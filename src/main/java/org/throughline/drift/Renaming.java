package org.throughline.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds columns that have another name now: alike in name, or at the same place with values of the same shape. */
final class Renaming {
    private static final double ALIKE = 0.5;
    private static final double VERY_ALIKE = 0.8;

    private final List<ColumnLook> before;
    private final List<ColumnLook> after;

    Renaming(List<ColumnLook> before, List<ColumnLook> after) {
        this.before = before;
        this.after = after;
    }

    /** Old column to new one, each at most once. */
    Map<ColumnLook, ColumnLook> pairs(List<ColumnLook> gone, List<ColumnLook> came) {
        List<ColumnLook> added = new ArrayList<>(came);
        Map<ColumnLook, ColumnLook> pairs = new LinkedHashMap<>();
        for (ColumnLook old : gone) {
            added.stream().filter(now -> renamed(old, now)).findFirst().ifPresent(now -> {
                pairs.put(old, now);
                added.remove(now);
            });
        }
        return pairs;
    }

    /** The columns that the others do not have. */
    static List<ColumnLook> without(List<ColumnLook> some, List<ColumnLook> others) {
        List<String> names = others.stream().map(ColumnLook::name).toList();
        return some.stream().filter(column -> !names.contains(column.name())).toList();
    }

    private boolean renamed(ColumnLook old, ColumnLook now) {
        double likeness = old.words().likeness(now.words());
        boolean sameType = old.type() == now.type();
        boolean samePlace = before.indexOf(old) == after.indexOf(now);
        boolean sameShape = !old.shape().isEmpty() && old.shape().equals(now.shape());
        return sameType && (likeness >= VERY_ALIKE || samePlace && (likeness >= ALIKE || sameShape));
    }
}
