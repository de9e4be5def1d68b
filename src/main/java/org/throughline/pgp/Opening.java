package org.throughline.pgp;

import java.util.Optional;

/** What became of an encrypted file. */
public sealed interface Opening {

    /**
     * It stands open in the target.
     *
     * @param signedBy fingerprint of the key whose signature is good
     */
    record Opened(Optional<String> signedBy) implements Opening {}

    /** It was refused; the target holds nothing that may be used. */
    record Refused(PgpFault fault) implements Opening {}
}
