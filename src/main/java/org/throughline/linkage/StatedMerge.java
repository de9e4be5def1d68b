package org.throughline.linkage;

import java.time.Instant;

/**
 * A sender's statement that two of its client numbers are one person; it holds until the sender takes it back.
 *
 * @param survivor the client that goes on
 * @param merged the number that is no longer used; the hub may never have seen a record of it
 * @param since instant from which the hub has believed it
 */
public record StatedMerge(ClientRef survivor, ClientRef merged, Instant since) {}
