package org.throughline.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * One occasion of sending: to whom, when, under which policy, and which senders are observed.
 *
 * @param observed per kind of source, the senders whose feeds have a watermark; victim-service providers are not
 *     among them
 */
record Sending(Recipient recipient, Instant instant, ReleasePolicy policy, Map<String, Set<String>> observed) {
    /** The purpose of every outcome file. */
    static final String PURPOSE = "outcome_feedback";

    LocalDate localDay() {
        return instant.atZone(recipient.zone()).toLocalDate();
    }

    boolean observes(String sender, String source) {
        return observed.getOrDefault(source, Set.of()).contains(sender);
    }

    Question question(MeasureKey measure, String discloser) {
        return new Question(
                discloser, recipient.sender(), measure.id(), measure.dataClass(), PURPOSE, instant, recipient.zone());
    }
}
