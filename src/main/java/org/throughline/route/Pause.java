package org.throughline.route;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass before something is tried again. */
@FunctionalInterface
public interface Pause {
    /** Really waits. */
    Pause REAL = time -> new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);

    /** Waits this long. */
    void rest(Duration time) throws InterruptedException;
}
