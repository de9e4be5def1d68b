package org.throughline.pgp;

import java.io.IOException;

/** Carries a fault out of the depth of a stream. */
final class PgpRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final PgpFault fault;

    PgpRefusal(PgpFault fault) {
        super(fault.words());
        this.fault = fault;
    }

    PgpFault fault() {
        return fault;
    }

    /** The fault that stands behind an exception of the library. */
    static PgpFault behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause.getClass().getSimpleName()) {
                case "PgpRefusal" -> {
                    return ((PgpRefusal) cause).fault();
                }
                case "MissingDecryptionMethodException" -> {
                    return PgpFault.NOT_FOR_US;
                }
                case "MissingPassphraseException", "WrongPassphraseException", "KeyIntegrityException" -> {
                    return PgpFault.OWN_KEY;
                }
                case "MessageNotIntegrityProtectedException" -> {
                    return PgpFault.NOT_PROTECTED;
                }
                case "UnacceptableAlgorithmException", "PublicKeyAlgorithmPolicyException" -> {
                    return PgpFault.WEAK;
                }
                case "ExpiredKeyException" -> {
                    return PgpFault.KEY_EXPIRED;
                }
                case "RevokedKeyException" -> {
                    return PgpFault.KEY_REVOKED;
                }
                case "UnacceptableEncryptionKeyException" -> {
                    return PgpFault.KEY_UNUSABLE;
                }
                default -> {
                    // Perhaps the cause of it says more.
                }
            }
        }
        return PgpFault.DAMAGED;
    }
}
