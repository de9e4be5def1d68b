package org.throughline.release;

import java.time.LocalDate;

/**
 * A signed data-sharing agreement: a discloser may tell a recipient for one purpose.
 *
 * @param discloser sender whose records show the outcomes
 * @param recipient provider who may be told
 * @param purpose such as {@code outcome_feedback}
 * @param outcomeFormat how files for the recipient are written
 * @param legalBasis statute or regulation it rests on
 */
public record Agreement(
        String id,
        String discloser,
        String recipient,
        String purpose,
        LocalDate signedOn,
        InForce inForce,
        OutcomeFormat outcomeFormat,
        String legalBasis) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(signedOn) && inForce.on(day) && !legalBasis.isBlank();
    }
}
