package org.throughline.linkage;

import java.time.Instant;

/**
 * A person's decision about two client records; it overrides every rule and holds until it is revoked.
 *
 * @param number its number
 * @param author database login of the author
 * @param reason why; no personal value
 * @param madeAt when
 */
public record Ruling(long number, RulingKind kind, ClientPair pair, String author, String reason, Instant madeAt) {}
