package org.throughline.linkage;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a sender says to identify a client (HMIS 3.01-3.03 and contact data), as sent. Text that is missing is empty.
 *
 * @param nameQuality HMIS 3.01.5: 1 full, 2 partial or code name, 8 unknown, 9 refused, 99 not collected
 * @param ssn digits and x
 * @param ssnQuality HMIS 3.02.2: 1 full, 2 partial, 8, 9, 99
 * @param birthDateQuality HMIS 3.03.2: 1 full, 2 approximate, 8, 9, 99
 * @param otherId another identifier that both sides know, such as a case number
 */
public record ClientIdentifiers(
        ClientRef ref,
        String firstName,
        String middleName,
        String lastName,
        String nameSuffix,
        String nameQuality,
        String ssn,
        String ssnQuality,
        Optional<LocalDate> birthDate,
        String birthDateQuality,
        String phone,
        String otherId) {

    /** Names no value: identifiers are personal. */
    @Override
    public String toString() {
        return "ClientIdentifiers[" + ref.sender() + "]";
    }
}
