package org.throughline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Disjoint groups of indices. */
final class Groups {
    private final int[] parent;
    private final List<List<Integer>> members;

    Groups(int size) {
        parent = new int[size];
        members = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            parent[i] = i;
            members.add(List.of(i));
        }
    }

    private Groups(Groups other) {
        parent = Arrays.copyOf(other.parent, other.parent.length);
        members = new ArrayList<>(other.members);
    }

    Groups copy() {
        return new Groups(this);
    }

    int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    void union(int i, int j) {
        int a = root(i);
        int b = root(j);
        if (a == b) {
            return;
        }
        int kept = Math.min(a, b);
        int gone = Math.max(a, b);
        parent[gone] = kept;
        var joined = new ArrayList<>(members.get(kept));
        joined.addAll(members.get(gone));
        joined.sort(null);
        members.set(kept, joined);
        members.set(gone, List.of());
    }

    /** The group around a root, in order. */
    List<Integer> members(int root) {
        return members.get(root);
    }

    /** All groups. */
    Collection<List<Integer>> all() {
        return members.stream().filter(group -> !group.isEmpty()).toList();
    }
}
