package org.throughline.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A client's consent to tell one named recipient about outcomes of some classes of data for one purpose.
 *
 * @param effectiveFrom first local day in force
 * @param expiresOn last local day in force
 * @param revokedAt instant of revocation
 */
public record Consent(
        long id,
        String recipient,
        Set<String> dataClasses,
        String purpose,
        LocalDate signedOn,
        LocalDate effectiveFrom,
        Optional<LocalDate> expiresOn,
        Optional<Instant> revokedAt) {

    public Consent {
        dataClasses = Set.copyOf(dataClasses);
    }

    boolean revokedBy(Instant instant) {
        return revokedAt.map(revoked -> !revoked.isAfter(instant)).orElse(false);
    }
}
