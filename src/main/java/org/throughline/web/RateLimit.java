package org.throughline.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts what somebody does within a minute. Remembers the latest few thousand only, whoever tries to fill it. */
final class RateLimit {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int REMEMBERED = 4_096;

    private final int most;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    RateLimit(int most) {
        this.most = most;
    }

    private record Window(long since, int count) {}

    /** Counts one more; true while there are not too many. */
    synchronized boolean allows(String whom) {
        long now = System.nanoTime();
        Window before = windows.remove(whom);
        Window window = before == null || now - before.since() >= MINUTE
                ? new Window(now, 1)
                : new Window(before.since(), before.count() + 1);
        windows.put(whom, window);
        if (windows.size() > REMEMBERED) {
            windows.remove(windows.keySet().iterator().next());
        }
        return window.count() <= most;
    }
}
