package org.throughline.release;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a consent in force. A consent names its recipient: a general designation such as "my treating providers"
 * (42 CFR 2.31(a)(4)(ii)) is no ground, since the hub records no treating relationships.
 */
final class ConsentCheck {
    private final int ageOfOwnConsent;

    /** Consents signed before the client reaches this age end when the client reaches it; state law sets the age. */
    ConsentCheck(int ageOfOwnConsent) {
        this.ageOfOwnConsent = ageOfOwnConsent;
    }

    /** The reason why no consent holds; empty where one does. */
    Optional<Withheld> missing(Question question, ClientFacts client) {
        if (client.deathDate().map(day -> !day.isAfter(question.day())).orElse(false)) {
            return Optional.of(Withheld.CLIENT_DECEASED);
        }
        List<Optional<Withheld>> answers = client.consents().stream()
                .filter(consent -> fits(consent, question))
                .map(consent -> fault(consent, question, client))
                .toList();
        return answers.stream()
                .min(Comparator.comparing(
                        answer -> answer.map(Withheld::ordinal).orElse(-1)))
                .orElse(Optional.of(Withheld.NO_CONSENT));
    }

    /** The consents that hold. */
    List<Long> relied(Question question, ClientFacts client) {
        return client.consents().stream()
                .filter(consent -> fits(consent, question))
                .filter(consent -> fault(consent, question, client).isEmpty())
                .map(Consent::id)
                .sorted()
                .toList();
    }

    private static boolean fits(Consent consent, Question question) {
        return consent.recipient().equals(question.recipient())
                && consent.dataClasses().contains(question.dataClass())
                && consent.purpose().equals(question.purpose());
    }

    private Optional<Withheld> fault(Consent consent, Question question, ClientFacts client) {
        LocalDate day = question.day();
        if (day.isBefore(consent.signedOn()) || day.isBefore(consent.effectiveFrom())) {
            return Optional.of(Withheld.CONSENT_NOT_YET_EFFECTIVE);
        }
        if (consent.expiresOn().map(day::isAfter).orElse(false)) {
            return Optional.of(Withheld.CONSENT_EXPIRED);
        }
        if (takenBack(consent, question, client)) {
            return Optional.of(Withheld.CONSENT_REVOKED);
        }
        if (consent.expiresOn().isEmpty() && needsExpiry(question)) {
            return Optional.of(Withheld.CONSENT_WITHOUT_EXPIRY);
        }
        return signedForMinor(consent, client, day) ? Optional.of(Withheld.CONSENT_OF_A_MINOR) : Optional.empty();
    }

    /**
     * A revocation takes back every fitting consent signed before it, since one form may be recorded under two keys.
     */
    private static boolean takenBack(Consent consent, Question question, ClientFacts client) {
        return consent.revokedBy(question.instant())
                || client.consents().stream()
                        .filter(other -> fits(other, question) && other.revokedBy(question.instant()))
                        .flatMap(other -> other.revokedAt().stream())
                        .map(revoked -> revoked.atZone(question.zone()).toLocalDate())
                        .anyMatch(revokedOn -> consent.signedOn().isBefore(revokedOn));
    }

    private static boolean needsExpiry(Question question) {
        return DataClass.of(question.dataClass()).map(DataClass::needsExpiry).orElse(true);
    }

    private boolean signedForMinor(Consent consent, ClientFacts client, LocalDate day) {
        return client.birthDate()
                .map(born -> born.plusYears(ageOfOwnConsent))
                .map(comesOfAge -> consent.signedOn().isBefore(comesOfAge) && !day.isBefore(comesOfAge))
                .orElse(true);
    }
}
