package org.throughline.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something a provider was told of a client while a merge that was taken back later joined wrong numbers in that client.
 *
 * @param number number of the record
 * @param told the file that told it
 * @param measures measures told
 * @param mergedBy the sender who merged the numbers
 * @param takenBackAt when the hub learned that the merge was wrong
 * @param corrected the file that says what is right
 * @param keys the client and the merge; only where they are shown
 */
public record MisDisclosure(
        long number,
        OutcomeFile told,
        List<String> measures,
        String mergedBy,
        Instant takenBackAt,
        OutcomeFile corrected,
        Optional<Keys> keys) {

    /**
     * Keys that may tell of a person.
     *
     * @param client the provider's own client id
     * @param merge the sender's key of the merge, often a client number
     */
    public record Keys(String client, String merge) {}
}
