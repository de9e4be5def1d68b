package org.throughline.store;

import java.time.Instant;
import org.throughline.intake.Submission;

/**
 * What the steps of a load share.
 *
 * @param of the submission that is decided
 * @param mappingVersion version of the mapping that reads it
 * @param again true where only some records of a decided submission are decided again
 * @param now instant from which the new beliefs hold
 */
record LoadContext(Submission of, long mappingVersion, boolean again, Instant now) {

    String sender() {
        return of.feed().id().sender();
    }

    long feed() {
        return of.feed().number();
    }

    long submission() {
        return of.number();
    }
}
