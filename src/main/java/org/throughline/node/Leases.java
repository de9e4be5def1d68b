package org.throughline.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * What this process may serve. As long as it is heard of in time, what it holds stays with it; where it is not, it trusts its own
 * lease no longer than the database does, and comes back as a new node. Safe for use by several threads.
 */
public final class Leases {
    /** How long a node that is not heard of keeps what it holds. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    /** Time from one sign of life to the next. */
    public static final Duration BEAT = Duration.ofSeconds(3);

    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final LeaseStore store;
    private final Node node;
    private final LongSupplier nanos;
    private OptionalLong number = OptionalLong.empty();
    private SortedSet<String> held = new TreeSet<>();
    private int share;
    private long trustedUntil;

    /**
     * Leases of a node that has not joined yet.
     *
     * @param nanos a clock that never goes back, such as the machine's running time
     */
    public Leases(LeaseStore store, Node node, LongSupplier nanos) {
        this.store = store;
        this.node = node;
        this.nanos = nanos;
    }

    /**
     * What this node serves.
     *
     * @param number under which it does; empty before it joined and after its lease has ended
     * @param senders its partners
     */
    public record Hold(OptionalLong number, Set<String> senders) {
        /** Nothing. */
        public static final Hold NOTHING = new Hold(OptionalLong.empty(), Set.of());
    }

    /** Enters the node, or enters it again under a new number where its lease has ended; then claims what is free. */
    public synchronized void beat() {
        long asked = nanos.getAsLong();
        Optional<LeaseStore.Held> renewed = Optional.empty();
        if (number.isPresent()) {
            renewed = store.renew(number.getAsLong(), LEASE);
        }
        if (renewed.isEmpty()) {
            held = new TreeSet<>();
            number = OptionalLong.empty();
            number = OptionalLong.of(store.join(node, LEASE));
            renewed = store.renew(number.getAsLong(), LEASE);
        }
        trustedUntil = asked + LEASE.minus(MARGIN).toNanos();
        renewed.ifPresent(mine -> {
            held = new TreeSet<>(mine.senders());
            share = mine.share();
        });
    }

    /** The number under which this node serves; empty before it joined and after its lease has ended. */
    public synchronized OptionalLong number() {
        return isTrusted() ? number : OptionalLong.empty();
    }

    /** Partners to be served by this node; what it holds beyond its share is not among them. */
    public synchronized Set<String> served() {
        return isTrusted() ? Set.copyOf(held.stream().limit(share).toList()) : Set.of();
    }

    /** The number and the partners, as they belong together. */
    public synchronized Hold hold() {
        return new Hold(number(), served());
    }

    /**
     * Asks the database whether the partner is this node's still, under the number under which it was taken up: a process that
     * stood still does not know for how long.
     */
    public boolean holds(long taken, String sender) {
        Hold now = hold();
        return now.number().equals(OptionalLong.of(taken))
                && now.senders().contains(sender)
                && store.holds(taken, sender);
    }

    /** True where this node serves the partner now. */
    public boolean serves(String sender) {
        return served().contains(sender);
    }

    /** How many partners it holds beyond its share. */
    public synchronized int surplus() {
        return isTrusted() ? Math.max(0, held.size() - share) : 0;
    }

    /**
     * Gives up what it holds beyond its share, after it has ceased to serve it; returns how many.
     *
     * @param serving what it still serves; nothing of this is given up
     */
    public synchronized int giveUpSurplus(Set<String> serving) {
        List<String> surplus = number().isPresent()
                ? held.stream()
                        .skip(share)
                        .filter(sender -> !serving.contains(sender))
                        .toList()
                : List.of();
        if (!surplus.isEmpty()) {
            store.release(number.getAsLong(), surplus);
            surplus.forEach(held::remove);
        }
        return surplus.size();
    }

    /** Gives everything up; another node may take it at once. */
    public synchronized void leave() {
        number.ifPresent(store::leave);
        number = OptionalLong.empty();
        held = new TreeSet<>();
    }

    private boolean isTrusted() {
        return number.isPresent() && nanos.getAsLong() - trustedUntil < 0;
    }
}
