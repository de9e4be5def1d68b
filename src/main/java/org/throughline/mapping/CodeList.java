package org.throughline.mapping;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A shared code list.
 *
 * @param dated the codes in the order of the list, each with the days on which it is in force
 * @param crosswalks by name: codes of another edition to codes of this list
 */
record CodeList(String name, Map<String, List<Span>> dated, Map<String, Map<String, List<DatedText>>> crosswalks) {

    CodeList {
        dated = Collections.unmodifiableMap(new LinkedHashMap<>(dated));
        crosswalks = Collections.unmodifiableMap(new LinkedHashMap<>(crosswalks));
    }

    Set<String> codes() {
        return dated.keySet();
    }

    /** The days on which a code of the list is in force, of those given. */
    List<Span> within(String code, Span span) {
        return dated.getOrDefault(code, List.of(Span.ALWAYS)).stream()
                .map(span::and)
                .flatMap(Optional::stream)
                .toList();
    }

    /** True where a code is in force on every day. */
    boolean always(String code) {
        List<Span> spans = dated.getOrDefault(code, List.of(Span.ALWAYS)).stream()
                .sorted(Comparator.comparing(Span::from))
                .toList();
        LocalDate next = LocalDate.MIN;
        for (Span span : spans) {
            if (span.from().isAfter(next) || span.last().isEmpty()) {
                return !span.from().isAfter(next);
            }
            next = span.to().plusDays(1);
        }
        return false;
    }
}
