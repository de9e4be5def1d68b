package org.throughline.release;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What an agreement lets out; what no rule names stays in.
 *
 * @param agreement the agreement it belongs to
 * @param dataClass word of the class of data, as in {@link DataClass#word}
 * @param measures measures it covers
 * @param citation statute or regulation that allows it; a rule without one allows nothing
 * @param notice notice that must accompany every row it lets out
 */
public record PolicyRule(
        String id,
        String agreement,
        String dataClass,
        Set<String> measures,
        EventDetail eventDetail,
        boolean consentRequired,
        String citation,
        InForce inForce,
        Optional<String> notice) {

    public PolicyRule {
        measures = Set.copyOf(measures);
    }

    boolean holdsOn(LocalDate day) {
        return inForce.on(day) && !citation.isBlank();
    }

    boolean covers(Question question) {
        return dataClass.equals(question.dataClass()) && measures.contains(question.measure());
    }
}
