package org.throughline.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Told of everything that goes between the hub and the world around it, in one order. Where it is armed it strikes at one of
 * these moments, before what caused the moment goes on its way.
 */
final class Tripwire {

    /** When to strike: the n-th time that a moment of this name comes, any moment where the name is empty, and so much later. */
    record Armed(String name, int count, long nanosLater) {

        private boolean fits(String moment) {
            return name.isEmpty() || name.equals(moment);
        }
    }

    /** A moment: its name, and when it was. */
    record Moment(String name, long nanos) {}

    private final List<Moment> moments = new ArrayList<>();
    private final List<Moment> struck = new ArrayList<>();
    private final Deque<Armed> armed;
    private final Strike strike;
    private Strike.Scene scene;
    private int seen;

    /** Strikes at these instants, each counted from the one before. */
    Tripwire(List<Armed> armed, Strike strike) {
        this.armed = new ArrayDeque<>(armed);
        this.strike = strike;
    }

    /** Watches this from now on. */
    synchronized void watch(Strike.Scene begun) {
        scene = begun;
    }

    /** A moment has come; fails where the strike keeps what caused it from going on its way. */
    synchronized void moment(String name) throws IOException {
        moments.add(new Moment(name, System.nanoTime()));
        if (armed.isEmpty() || !armed.peek().fits(name) || ++seen < armed.peek().count()) {
            return;
        }
        long later = armed.poll().nanosLater();
        seen = 0;
        if (later == 0) {
            struck.add(new Moment(name, System.nanoTime()));
            if (strike.strike(scene)) {
                throw new IOException("What was on its way here is lost.");
            }
            return;
        }
        Thread thread = new Thread(() -> strikeLater(name, later), "strike later");
        thread.setDaemon(true);
        thread.start();
    }

    private void strikeLater(String name, long nanos) {
        LockSupport.parkNanos(nanos);
        synchronized (this) {
            struck.add(new Moment(name + " +" + nanos / 1_000 + " us", System.nanoTime()));
        }
        try {
            strike.strike(scene);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** When it has struck, and at which moment. */
    synchronized List<Moment> struck() {
        return List.copyOf(struck);
    }

    /** Everything that was seen. */
    synchronized List<Moment> moments() {
        return List.copyOf(moments);
    }
}
