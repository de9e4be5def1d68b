package org.throughline.find;

import java.util.List;

/**
 * What was found of one kind.
 *
 * @param told those that are told, newest first
 * @param all how many there are
 */
public record Hits<T>(List<T> told, long all) {

    public Hits {
        told = List.copyOf(told);
    }

    /** The first few of these. */
    public static <T> Hits<T> of(List<T> all, int limit) {
        return new Hits<>(all.subList(0, Math.min(limit, all.size())), all.size());
    }

    /** How many are not told. */
    public long more() {
        return all - told.size();
    }
}
