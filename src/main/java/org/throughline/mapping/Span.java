package org.throughline.mapping;

import java.time.LocalDate;
import java.util.Optional;

/** The days on which something counts, both included. */
record Span(LocalDate from, LocalDate to) {

    static final Span ALWAYS = new Span(LocalDate.MIN, LocalDate.MAX);

    boolean always() {
        return equals(ALWAYS);
    }

    /** The days of both; empty where they share none. */
    Optional<Span> and(Span other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate earlier = to.isBefore(other.to) ? to : other.to;
        return later.isAfter(earlier) ? Optional.empty() : Optional.of(new Span(later, earlier));
    }

    /** The first day; empty where there is none. */
    Optional<LocalDate> first() {
        return Optional.of(from).filter(day -> !day.equals(LocalDate.MIN));
    }

    /** The last day; empty where there is none. */
    Optional<LocalDate> last() {
        return Optional.of(to).filter(day -> !day.equals(LocalDate.MAX));
    }

    /** Such as {@code from 2023-10-01 to 2025-09-30}. */
    String words() {
        String begin = first().map(day -> "from " + day).orElse("");
        String end = last().map(day -> "to " + day).orElse("");
        return always() ? "always" : (begin + " " + end).strip();
    }
}
