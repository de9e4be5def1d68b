package org.throughline.setup;

import java.util.Optional;

/**
 * One thing that applying the reviewed files changes.
 *
 * @param object what it belongs to, such as {@code partner harborlight}
 * @param fact which of its facts, such as {@code feed participants}
 * @param from what holds now; empty where the fact is new
 * @param to what will hold; empty where the fact goes away
 */
public record SetupChange(String object, String fact, Optional<String> from, Optional<String> to) {

    /** The change as a sentence. */
    public String sentence() {
        if (from.isEmpty()) {
            return object + ": " + fact + " becomes " + to.orElse("empty") + ".";
        }
        return object + ": " + fact + " changes from " + from.get() + " to " + to.orElse("nothing") + ".";
    }
}
