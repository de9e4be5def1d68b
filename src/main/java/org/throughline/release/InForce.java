package org.throughline.release;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The local days on which an agreement or rule holds. A day is a civil day where the recipient is, never a UTC day.
 *
 * @param from first day
 * @param to last day; empty where it runs on
 * @param endedOn first day on which it no longer holds, where it was ended early
 */
public record InForce(LocalDate from, Optional<LocalDate> to, Optional<LocalDate> endedOn) {

    /** True on every day on which it holds. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from)
                && to.map(last -> !day.isAfter(last)).orElse(true)
                && endedOn.map(day::isBefore).orElse(true);
    }
}
