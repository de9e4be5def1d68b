package org.throughline.setup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an agreement lets out: which measures, in which detail, with or without consent. What no rule names stays in.
 *
 * @param eventDetail month of an event, or its date
 * @param notice notice that must accompany what it lets out (42 CFR 2.32)
 * @param withdrawnOn first local day on which it no longer holds
 * @param sha256 hash of the reviewed file
 */
public record PolicyRule(
        String policy,
        String agreement,
        String dataClass,
        List<String> measures,
        String eventDetail,
        boolean consentRequired,
        String citation,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveTo,
        Optional<LocalDate> withdrawnOn,
        Optional<String> notice,
        String sha256) {

    public PolicyRule {
        measures = List.copyOf(measures);
    }
}
