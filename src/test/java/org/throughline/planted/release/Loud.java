package org.throughline.planted.release;

import java.util.logging.Logger;
import org.throughline.planted.mapping.Upward;

/** Prints, logs with the wrong library, throws what says nothing, and can be extended. */
class Loud {
    Upward upward;

    void shout() {
        System.out.println("loud");
        Logger.getLogger("loud").info("loud");
        throw new RuntimeException("loud");
    }
}
