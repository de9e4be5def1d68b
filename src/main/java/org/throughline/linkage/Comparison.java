package org.throughline.linkage;

import java.util.List;

/**
 * Two client records set side by side. Identifiers stand by name only, never by value.
 *
 * @param agreements identifiers that agree; with {@code (close)} where they nearly do
 * @param conflicts identifiers that contradict each other
 * @param grade grade of the link; none where there is no link
 * @param reason why, in words
 */
public record Comparison(
        ClientPair pair,
        List<String> agreements,
        List<String> conflicts,
        Decision decision,
        Grade grade,
        String reason) {

    public Comparison {
        agreements = List.copyOf(agreements);
        conflicts = List.copyOf(conflicts);
    }

    Comparison decided(Decision newDecision, Grade newGrade, String newReason) {
        return new Comparison(pair, agreements, conflicts, newDecision, newGrade, newReason);
    }
}
