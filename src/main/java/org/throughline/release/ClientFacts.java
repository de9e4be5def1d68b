package org.throughline.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a decision about disclosure needs to know of a client.
 *
 * @param consents every consent that the recipient recorded for its client, revoked and expired ones too
 * @param birthDate where it is known well enough
 */
public record ClientFacts(List<Consent> consents, Optional<LocalDate> birthDate, Optional<LocalDate> deathDate) {

    public ClientFacts {
        consents = List.copyOf(consents);
    }

    /** Says how many consents there are and nothing of the client. */
    @Override
    public String toString() {
        return "ClientFacts[" + consents.size() + " consents]";
    }
}
