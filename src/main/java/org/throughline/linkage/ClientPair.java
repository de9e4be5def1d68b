package org.throughline.linkage;

import java.util.Comparator;

/**
 * Two different client records, the smaller one first.
 *
 * @param a the first record in order of sender and key
 * @param b the second
 */
public record ClientPair(ClientRef a, ClientRef b) implements Comparable<ClientPair> {
    private static final Comparator<ClientPair> ORDER =
            Comparator.comparing(ClientPair::a).thenComparing(ClientPair::b);

    public ClientPair {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException(
                    "A pair holds two different client records in order. Use ClientPair.of to put them in order.");
        }
    }

    /** The pair of these records in either order. */
    public static ClientPair of(ClientRef one, ClientRef other) {
        return one.compareTo(other) < 0 ? new ClientPair(one, other) : new ClientPair(other, one);
    }

    @Override
    public int compareTo(ClientPair other) {
        return ORDER.compare(this, other);
    }
}
