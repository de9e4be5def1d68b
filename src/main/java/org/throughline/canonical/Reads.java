package org.throughline.canonical;

import java.util.Set;
import java.util.TreeSet;

/**
 * The canonical fields that something reads, each as {@code entity.field}. A test reads the database as somebody who may see
 * these fields only.
 *
 * @param essential fields without which it has nothing to say of a sender
 * @param helpful further fields that it looks at
 */
public record Reads(Set<String> essential, Set<String> helpful) {

    public Reads {
        essential = Set.copyOf(essential);
        helpful = Set.copyOf(helpful);
    }

    /** All of them, in the order of the alphabet. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(essential);
        all.addAll(helpful);
        return all;
    }
}
