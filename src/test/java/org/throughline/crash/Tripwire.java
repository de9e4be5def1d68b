package org.throughline.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Told of everything that goes between the hub and the world around it, in one order. Where it is armed it kills the hub at one
 * of these moments, before what caused the moment goes on its way.
 */
final class Tripwire {

    /** When to kill: the n-th time that a moment of this name comes, any moment where the name is empty, and so much later. */
    record Armed(String name, int count, long nanosLater) {

        /** Never. */
        static Armed never() {
            return new Armed("never", Integer.MAX_VALUE, 0);
        }

        private boolean fits(String moment) {
            return name.isEmpty() || name.equals(moment);
        }
    }

    /** A moment: its name, and when it was. */
    record Moment(String name, long nanos) {}

    private final List<Moment> moments = new ArrayList<>();
    private final Armed armed;
    private Process hub;
    private int seen;
    private boolean fired;

    Tripwire(Armed armed) {
        this.armed = armed;
    }

    /** Watches this process from now on. */
    synchronized Process watch(Process process) {
        hub = process;
        return process;
    }

    /** A moment has come; fails where the hub was killed at it, so that nothing goes on its way. */
    synchronized void moment(String name) throws IOException {
        moments.add(new Moment(name, System.nanoTime()));
        if (fired || !armed.fits(name) || ++seen < armed.count()) {
            return;
        }
        fired = true;
        if (armed.nanosLater() == 0) {
            kill();
            throw new IOException("The hub was killed.");
        } else {
            Process victim = hub;
            Thread later = new Thread(() -> killLater(victim), "kill later");
            later.setDaemon(true);
            later.start();
        }
    }

    private void killLater(Process victim) {
        LockSupport.parkNanos(armed.nanosLater());
        victim.destroyForcibly();
    }

    private void kill() {
        hub.destroyForcibly();
        try {
            hub.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** True when the moment of the kill has come. */
    synchronized boolean fired() {
        return fired;
    }

    /** Everything that was seen. */
    synchronized List<Moment> moments() {
        return List.copyOf(moments);
    }
}
