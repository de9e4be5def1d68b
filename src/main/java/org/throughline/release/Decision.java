package org.throughline.release;

import java.util.List;
import java.util.Optional;

/** The answer to a {@link Question}. */
public sealed interface Decision {

    /**
     * It may be told, on these grounds.
     *
     * @param agreement the agreement relied on
     * @param rule the policy rule relied on
     * @param consents the consents relied on; empty where the rule asks for none
     */
    record Permit(Agreement agreement, PolicyRule rule, List<Long> consents) implements Decision {

        public Permit {
            consents = List.copyOf(consents);
        }

        EventDetail eventDetail() {
            return rule.eventDetail();
        }

        Optional<String> notice() {
            return rule.notice();
        }

        String legalBasis() {
            return agreement.legalBasis() + "; " + rule.citation();
        }
    }

    /** It may not be told. */
    record Withhold(Withheld reason) implements Decision {}
}
