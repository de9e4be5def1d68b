package org.throughline.setup;

import java.util.Optional;

/**
 * Where a partner's files are fetched and delivered.
 *
 * @param transport sftp (their server) or folder (a directory of this machine)
 * @param hostKey pinned public host key, type and key as a known_hosts line carries them
 * @param keyFile file with the hub's private key; the key itself is never read here
 * @param completion done_file or rename
 */
public record PartnerAccount(
        String transport,
        Optional<String> host,
        Optional<Integer> port,
        Optional<String> username,
        Optional<String> hostKey,
        Optional<String> keyFile,
        String folder,
        String completion) {}
