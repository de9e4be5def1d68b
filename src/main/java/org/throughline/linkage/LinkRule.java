package org.throughline.linkage;

import java.util.function.Predicate;

/**
 * One way in which two records are found to be the same client.
 *
 * @param label name of the rule, as it stands in reasons
 * @param grade grade of its links
 * @param statement what must agree, as the end of a sentence
 * @param condition the same for the machine
 */
record LinkRule(String label, Grade grade, String statement, Predicate<Evidence> condition) {

    boolean holds(Evidence evidence) {
        return evidence.barriers().isEmpty() && condition.test(evidence);
    }

    String reason() {
        return "Linked by rule " + label + ": " + statement + ".";
    }
}
