package org.throughline.setup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A consent that somebody enters by hand, as the signed form says.
 *
 * @param provider sender whose client consents
 * @param clientKey the provider's key of the client
 * @param recipient provider who may be told
 * @param dataClasses classes of data that may be told
 * @param effectiveFrom first local day in force
 * @param expiresOn last local day in force
 * @param evidence where the signed form is kept
 */
public record ConsentEntry(
        String provider,
        String clientKey,
        String recipient,
        List<String> dataClasses,
        String purpose,
        LocalDate signedOn,
        LocalDate effectiveFrom,
        Optional<LocalDate> expiresOn,
        Optional<String> evidence) {

    public ConsentEntry {
        dataClasses = dataClasses.stream().sorted().distinct().toList();
    }

    /** Names no client. */
    @Override
    public String toString() {
        return "ConsentEntry[" + provider + ", " + recipient + ", " + dataClasses + "]";
    }
}
