package org.throughline.crash;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** What befalls the hub, or the world around it, when the moment has come. */
@FunctionalInterface
interface Strike {

    /** The hub's process and its wire to PostgreSQL. */
    record Scene(Process hub, Wire wire) {}

    /** Strikes; true where what caused the moment must not go on its way. */
    boolean strike(Scene scene) throws IOException;

    /** Kills the hub as {@code kill -9} does. */
    static boolean kill(Scene scene) {
        scene.hub().destroyForcibly();
        try {
            scene.hub().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /** Cuts every connection between the hub and PostgreSQL that is open. */
    static boolean cut(Scene scene) {
        scene.wire().cut();
        return true;
    }
}
