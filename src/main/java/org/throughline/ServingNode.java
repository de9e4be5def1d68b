package org.throughline;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.node.LeaseStore;
import org.throughline.node.Leases;
import org.throughline.node.Node;
import org.throughline.problem.RefusedException;

/** This process among the nodes: gives signs of life, and has its partners taken up or let go as it comes to hold others. */
final class ServingNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServingNode.class);
    private static final long PATIENCE_SECONDS = 30;

    private final Leases leases;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService moves = Executors.newSingleThreadExecutor();
    private final AtomicBoolean moving = new AtomicBoolean();
    private Leases.Hold known = Leases.Hold.NOTHING;

    private ServingNode(Leases leases) {
        this.leases = leases;
    }

    /** Enters this process; throws a RefusedException where another one of its name serves on another machine or in another home. */
    static ServingNode enter(LeaseStore nodes, String name, Path home) {
        String host = host() + ":" + home.toAbsolutePath().normalize();
        Leases leases = new Leases(nodes, new Node(name, host), System::nanoTime);
        leases.beat();
        return new ServingNode(leases);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "unknown";
        }
    }

    Leases leases() {
        return leases;
    }

    /**
     * Gives signs of life from now on.
     *
     * @param refresh serves what the leases name, and nothing else, when it returns; says what that was
     * @param taken is told which partners are new
     */
    void start(Supplier<Leases.Hold> refresh, Consumer<Set<String>> taken) {
        beats.scheduleWithFixedDelay(() -> beat(refresh, taken), 0, Leases.BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat(Supplier<Leases.Hold> refresh, Consumer<Set<String>> taken) {
        try {
            leases.beat();
        } catch (RefusedException other) {
            LOG.error(other.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("While giving a sign of life: {}", failed.getClass().getName());
        }
        if ((!leases.hold().equals(known()) || leases.surplus() > 0) && moving.compareAndSet(false, true)) {
            moves.execute(() -> move(refresh, taken));
        }
    }

    /** Takes its time, since what is under way ends first; the signs of life do not wait for it. */
    private void move(Supplier<Leases.Hold> refresh, Consumer<Set<String>> taken) {
        try {
            Leases.Hold now = refresh.get();
            leases.giveUpSurplus(now.senders());
            Set<String> fresh = new TreeSet<>(now.senders());
            if (now.number().equals(known().number())) {
                fresh.removeAll(known().senders());
            }
            know(now);
            if (!fresh.isEmpty()) {
                taken.accept(fresh);
            }
        } catch (RuntimeException failed) {
            LOG.error("While taking partners up: {}", failed.getClass().getName());
        } finally {
            moving.set(false);
        }
    }

    private synchronized Leases.Hold known() {
        return known;
    }

    private synchronized void know(Leases.Hold now) {
        known = now;
    }

    /** Ceases to take partners up; what it holds stays with it until it leaves. */
    void settle() {
        beats.shutdownNow();
        moves.shutdown();
        try {
            moves.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves; another node may serve the partners at once. */
    @Override
    public void close() {
        settle();
        leases.leave();
    }
}
