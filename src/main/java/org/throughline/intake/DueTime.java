package org.throughline.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * A time at which a feed's submission is due.
 *
 * @param holiday name of the holiday for which nothing is expected then; empty where something is
 */
public record DueTime(Instant at, Optional<String> holiday) {

    /** False on a holiday that needs no submission. */
    public boolean isExpected() {
        return holiday.isEmpty();
    }
}
