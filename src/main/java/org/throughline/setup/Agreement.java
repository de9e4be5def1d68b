package org.throughline.setup;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A signed data-sharing agreement between a source of outcomes and a recipient, as its reviewed file describes it.
 *
 * @param effectiveFrom first local day in force
 * @param effectiveTo last local day in force
 * @param terminatedOn first local day on which it no longer holds, where it was ended early
 * @param outcomeFormat how outcome files for the recipient are written
 * @param sha256 hash of the reviewed file
 */
public record Agreement(
        String agreement,
        String title,
        String discloser,
        String recipient,
        String purpose,
        LocalDate signedOn,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveTo,
        Optional<LocalDate> terminatedOn,
        String outcomeFormat,
        String legalBasis,
        String sha256) {}
