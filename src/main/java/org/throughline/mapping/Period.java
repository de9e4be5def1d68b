package org.throughline.mapping;

import java.time.LocalDate;

/** A reporting period, both days included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The period ends on " + to + ", before it starts on " + from + ".");
        }
    }
}
