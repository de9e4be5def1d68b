package org.throughline.intake;

import java.time.Instant;

/**
 * A frozen text of a mapping.
 *
 * @param version its key
 * @param number its number within the mapping
 * @param author database login that stored it
 * @param submissions how many submissions it read last
 */
public record MappingVersion(
        long version, int number, String sha256, String author, String reason, Instant storedAt, long submissions) {}
