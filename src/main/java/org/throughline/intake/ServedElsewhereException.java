package org.throughline.intake;

/** A partner came to be served by another node while this one was at its file. Nothing is wrong: the other one fetches the file itself. */
public final class ServedElsewhereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For a file of this partner. */
    public ServedElsewhereException(String sender) {
        super("The partner " + sender + " is served by another node now, which fetches the file itself.");
    }
}
