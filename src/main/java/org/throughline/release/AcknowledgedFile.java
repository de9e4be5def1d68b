package org.throughline.release;

import java.time.Instant;

/**
 * A provider's word on an outcome file, as it is kept.
 *
 * @param name name of the acknowledgement file
 * @param sha256 hash that the provider found
 * @param rows rows that the provider counted
 * @param accepted false where the provider refuses the file, or found another hash or count
 */
public record AcknowledgedFile(String name, String sha256, long rows, boolean accepted, Instant receivedAt) {}
