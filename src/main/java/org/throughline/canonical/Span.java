package org.throughline.canonical;

import java.util.Optional;

/**
 * The fields that say on which days a record is active. A record is inside a period if it starts no later than the period's
 * end and has not ended before its start; a record without a last day is still active.
 *
 * @param from field with the first day; empty where records of this kind have no days
 * @param to field with the last day; empty where the end stands elsewhere (an enrollment's exit) or there is none
 */
public record Span(Optional<String> from, Optional<String> to) {

    static Span none() {
        return new Span(Optional.empty(), Optional.empty());
    }

    static Span of(String from, String to) {
        return new Span(Optional.of(from), Optional.ofNullable(to));
    }
}
