package org.throughline.measure;

import java.util.Comparator;

/**
 * A sender's client record.
 *
 * @param sender short name of the sender
 * @param clientKey the sender's key of the client
 */
public record RecordRef(String sender, String clientKey) implements Comparable<RecordRef> {
    private static final Comparator<RecordRef> ORDER =
            Comparator.comparing(RecordRef::sender).thenComparing(RecordRef::clientKey);

    @Override
    public int compareTo(RecordRef other) {
        return ORDER.compare(this, other);
    }

    /** Names no key: a sender's key may tell who it is. */
    @Override
    public String toString() {
        return "RecordRef[" + sender + "]";
    }
}
