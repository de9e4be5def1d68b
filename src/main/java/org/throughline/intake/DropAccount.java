package org.throughline.intake;

import java.nio.file.Path;
import java.util.List;

/**
 * A partner's account at the hub's own SFTP server; the partner logs in with its short name.
 *
 * @param folder the partner's home on this machine
 * @param publicKeys keys that open it, as authorized_keys lines carry them
 * @param quota most bytes that may wait in what the partner writes
 */
public record DropAccount(
        String sender, Path folder, Account.Completion completion, List<String> publicKeys, long quota) {

    public DropAccount {
        publicKeys = List.copyOf(publicKeys);
    }
}
