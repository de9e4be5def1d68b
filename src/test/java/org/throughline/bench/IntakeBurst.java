package org.throughline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.throughline.testing.IntakeScene;

/** Many small files that arrive in the same instant, each of a sender of its own, taken in by two threads. */
final class IntakeBurst {
    private static final int THREADS = 2;

    private final IntakeScene scene;

    IntakeBurst(IntakeScene scene) {
        this.scene = scene;
    }

    /** Takes the files in and tells how long after their arrival their receipts were there. */
    void tell(List<Path> files) throws Exception {
        for (int i = 0; i < files.size(); i++) {
            scene.rows("insert into intake.sender (sender, title, kind) values ('burst" + i
                    + "', 'Synthetic', 'provider') returning 1");
            scene.rows("insert into intake.feed (sender, name, mapping) values ('burst" + i
                    + "', 'people', 'bench/people') returning 1");
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            long arrival = System.nanoTime();
            List<Future<Double>> receipts = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                String feed = "burst" + i + "/people";
                Path file = files.get(i);
                receipts.add(threads.submit(() -> {
                    scene.run(feed, file);
                    return (System.nanoTime() - arrival) / 1e9;
                }));
            }
            List<Double> seconds = new ArrayList<>();
            for (Future<Double> receipt : receipts) {
                seconds.add(receipt.get());
            }
            Collections.sort(seconds);
            System.out.printf(
                    "%d files at once: arrival to receipt p50 %.1f s, p95 %.1f s, max %.1f s%n",
                    seconds.size(),
                    seconds.get(seconds.size() / 2),
                    seconds.get(seconds.size() * 95 / 100),
                    seconds.get(seconds.size() - 1));
        } finally {
            threads.shutdown();
        }
    }
}
