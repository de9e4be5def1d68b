package org.throughline.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A mapping version that one person proposed for use.
 *
 * @param number its key; a later one was proposed, and approved, later
 * @param version key of the version
 * @param versionNumber its number within the mapping
 * @param effective first day of a reporting period that it maps
 * @param rollback true where an older version is published again
 * @param approval what the second person said, once there was one
 * @param inForce true where it is approved and was not withdrawn
 */
public record Publication(
        long number,
        String mapping,
        long version,
        int versionNumber,
        LocalDate effective,
        boolean rollback,
        String reason,
        Word proposed,
        Optional<Word> approval,
        Optional<String> approvalReason,
        boolean inForce) {

    /** Who said something, by database login, and when. */
    public record Word(String login, Instant at) {}
}
