package org.throughline.release;

import java.time.Instant;
import java.util.Optional;

/**
 * Which mis-disclosures somebody asks for.
 *
 * @param sender only where this sender merged the numbers
 * @param recipient only what this provider was told
 * @param since only what was found from this instant on
 */
public record MisDisclosureQuery(Optional<String> sender, Optional<String> recipient, Optional<Instant> since) {}
