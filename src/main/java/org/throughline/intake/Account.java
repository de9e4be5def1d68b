package org.throughline.intake;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a partner's files are fetched and delivered. Its folder holds {@code inbox}, {@code receipts}, {@code outcomes},
 * {@code acks} and {@code archive}.
 *
 * @param host host name of the SFTP server; empty for a folder of this machine, as the four after it are
 * @param hostKey pinned public host key, type and key as a known_hosts line carries them
 * @param keyFile file with the hub's private key for this account
 * @param folder path at the server, from where the login leads ({@code /} for that folder itself), or of this machine
 * @param openPgp how its files are sealed, where they are
 */
public record Account(
        String sender,
        Transport transport,
        String host,
        int port,
        String username,
        String hostKey,
        String keyFile,
        String folder,
        Completion completion,
        Optional<OpenPgp> openPgp) {

    /** The same account with files that are sealed like this. */
    public Account sealed(OpenPgp keys) {
        return new Account(
                sender, transport, host, port, username, hostKey, keyFile, folder, completion, Optional.of(keys));
    }

    /** Where the folder stands. */
    public enum Transport {
        /** At the partner's SFTP server. */
        SFTP,
        /** On this machine. */
        FOLDER,
        /** In the partner's home at the hub's own SFTP server: on this machine as well. */
        DROP;

        /** True where the folder is one of this machine. */
        public boolean isLocal() {
            return this != SFTP;
        }

        /** The word in set-up files and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How either side says that a file is whole. */
    public enum Completion {
        /** A done-file beside it, written after it. */
        DONE_FILE,
        /** A rename from a temporary name. */
        RENAME;

        /** The word in set-up files and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An account that is a folder of this machine. */
    public static Account local(String sender, Path folder, Completion completion) {
        return new Account(
                sender, Transport.FOLDER, "", 0, "", "", "", folder.toString(), completion, Optional.empty());
    }
}
