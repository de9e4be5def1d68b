package org.throughline.linkage;

import java.util.Comparator;

/**
 * A client record as linkage names it: the sender and the sender's own key of the client.
 *
 * @param sender short name of the sender
 * @param key the sender's key of the client
 */
public record ClientRef(String sender, String key) implements Comparable<ClientRef> {
    private static final Comparator<ClientRef> ORDER =
            Comparator.comparing(ClientRef::sender).thenComparing(ClientRef::key);

    @Override
    public int compareTo(ClientRef other) {
        return ORDER.compare(this, other);
    }

    /** Names no key: a sender's key may tell who it is. */
    @Override
    public String toString() {
        return "ClientRef[" + sender + "]";
    }
}
