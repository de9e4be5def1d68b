package org.throughline.pgp;

import org.throughline.problem.ProblemCode;

/** Why a file could not be opened or sealed. */
public enum PgpFault {
    /** The bytes are no OpenPGP message, or it is cut off. */
    DAMAGED(ProblemCode.PGP_UNREADABLE, "it is no OpenPGP message, or it is cut off or damaged"),
    /** It came without OpenPGP where OpenPGP is asked for. */
    NOT_SEALED(ProblemCode.PGP_SIGNATURE, "it is not sealed with OpenPGP, as all files of this partner must be"),
    /** The message is not encrypted at all. */
    NOT_ENCRYPTED(ProblemCode.PGP_UNREADABLE, "it is not encrypted"),
    /** None of the hub's keys opens it. */
    NOT_FOR_US(ProblemCode.PGP_UNREADABLE, "it is not encrypted to a key of the hub"),
    /** The file of the hub's own key cannot be used. */
    OWN_KEY(ProblemCode.PGP_KEY, "a private key of the hub, or its passphrase, cannot be read or does not fit"),
    /** The encrypted bytes could be changed without notice. */
    NOT_PROTECTED(ProblemCode.PGP_UNREADABLE, "its encryption has no protection against changes (MDC or AEAD)"),
    /** A cipher, hash or key that is broken or too short. */
    WEAK(ProblemCode.PGP_UNREADABLE, "it uses an algorithm or a key that is too weak"),
    /** It grows beyond all measure. */
    TOO_LARGE(ProblemCode.PGP_UNREADABLE, "it unpacks to more than a file of its size may hold"),
    /** Nobody signed it. */
    SIGNATURE_MISSING(ProblemCode.PGP_SIGNATURE, "it is not signed"),
    /** It was signed with a key that is none of the partner's. */
    SIGNER_UNKNOWN(ProblemCode.PGP_SIGNATURE, "it is signed with a key that is not set up for this partner"),
    /** The signature does not fit the content. */
    SIGNATURE_WRONG(ProblemCode.PGP_SIGNATURE, "its signature does not fit its content, or is not valid"),
    /** A partner's key is past its time. */
    KEY_EXPIRED(ProblemCode.PGP_KEY, "the partner's key has expired"),
    /** A partner's key was called back. */
    KEY_REVOKED(ProblemCode.PGP_KEY, "the partner's key is revoked"),
    /** A partner's key cannot be used. */
    KEY_UNUSABLE(ProblemCode.PGP_KEY, "a public key of the partner cannot be read or used"),
    /** The hub's own key is past its time or called back. */
    OWN_KEY_OVER(ProblemCode.PGP_KEY, "the hub's own key has expired or is revoked");

    private final ProblemCode code;
    private final String words;

    PgpFault(ProblemCode code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The kind of problem. */
    public ProblemCode code() {
        return code;
    }

    /** The reason, to be put after a colon. */
    public String words() {
        return words;
    }
}
