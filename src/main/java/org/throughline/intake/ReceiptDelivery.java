package org.throughline.intake;

import java.nio.file.Path;

/** Brings a receipt file to its sender's account. */
@FunctionalInterface
public interface ReceiptDelivery {

    /**
     * Delivers a file into the sender's receipts folder; the same file again changes nothing.
     *
     * @return false where the sender has no account, or the account cannot be reached now
     */
    boolean deliver(String sender, String name, Path file);
}
