package org.throughline.setup;

import java.util.List;
import java.util.Optional;
import org.throughline.intake.OpenPgp;

/**
 * Where a partner's files are fetched and delivered.
 *
 * @param transport sftp (their server), folder (a directory of this machine) or drop (a home at the hub's own server)
 * @param hostKey pinned public host key, type and key as a known_hosts line carries them
 * @param keyFile file with the hub's private key; the key itself is never read here
 * @param completion done_file or rename
 * @param drop what only an account at the hub's own server has
 * @param openPgp how its files are sealed
 */
public record PartnerAccount(
        String transport,
        Optional<String> host,
        Optional<Integer> port,
        Optional<String> username,
        Optional<String> hostKey,
        Optional<String> keyFile,
        String folder,
        String completion,
        Optional<Drop> drop,
        Optional<OpenPgp> openPgp) {

    /** The same account with files that are sealed like this. */
    PartnerAccount sealed(Optional<OpenPgp> keys) {
        return new PartnerAccount(transport, host, port, username, hostKey, keyFile, folder, completion, drop, keys);
    }

    /**
     * Who may enter the partner's home at the hub's own server, and how much may wait there.
     *
     * @param publicKeys keys as authorized_keys lines carry them, without comments
     * @param quota bytes
     */
    public record Drop(List<String> publicKeys, long quota) {
        public Drop {
            publicKeys = List.copyOf(publicKeys);
        }
    }
}
