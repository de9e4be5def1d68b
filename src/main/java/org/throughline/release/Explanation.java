package org.throughline.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * For the hub's staff only: what a provider would be told about a client and a measure at this instant, and why. The
 * reason never goes to the provider.
 *
 * @param reason why nothing is told
 * @param agreements agreements relied on
 * @param policyRules policy rules relied on
 * @param consents consents relied on
 */
public record Explanation(
        String measure,
        int version,
        LocalDate indexDate,
        OutcomeStatus status,
        Optional<Withheld> reason,
        List<String> agreements,
        List<String> policyRules,
        List<Long> consents) {

    static Explanation of(Finding finding) {
        Disclosure grounds = Accounting.of(List.of(finding)).get(0);
        return new Explanation(
                finding.event().measure().id(),
                finding.event().measure().version(),
                finding.event().date(),
                finding.status(),
                finding.reason(),
                grounds.agreements(),
                grounds.policyRules(),
                grounds.consents());
    }
}
