package org.throughline.release;

import java.util.List;
import java.util.Optional;

/**
 * An entry of the accounting of disclosures: what was told about one client in one file (45 CFR 164.528, 42 CFR
 * 2.25). Where nothing was told it names the client and nothing else.
 *
 * @param jointClient the joint client; empty where nothing was told
 * @param measures measures told
 * @param legalBasis statutes and regulations
 * @param description what was told, without any value
 */
public record Disclosure(
        String clientKey,
        Optional<Long> jointClient,
        List<String> measures,
        List<String> agreements,
        List<String> policyRules,
        List<Long> consents,
        List<String> dataClasses,
        String legalBasis,
        String description) {

    public Disclosure {
        measures = List.copyOf(measures);
        agreements = List.copyOf(agreements);
        policyRules = List.copyOf(policyRules);
        consents = List.copyOf(consents);
        dataClasses = List.copyOf(dataClasses);
    }

    /** Names no client. */
    @Override
    public String toString() {
        return "Disclosure[" + measures.size() + " measures]";
    }
}
