package org.throughline.intake;

import java.util.Optional;

/**
 * What a file was sealed with when it arrived.
 *
 * @param sha256 hash of the encrypted bytes, as the partner sent them
 * @param signedBy fingerprint of the key whose signature was good
 */
public record Seal(String sha256, Optional<String> signedBy) {}
