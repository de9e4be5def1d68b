package org.throughline.route;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The mail server that takes the hub's notices.
 *
 * @param from address that notices come from
 * @param trusted PEM file with the certificates that vouch for the server; empty for those of this machine
 */
public record MailSetting(
        String host, int port, String from, Optional<Login> login, Security security, Optional<Path> trusted) {

    /** How the connection is secured. */
    public enum Security {
        /** Begins in clear and is encrypted before anything is said. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** In clear all the way. */
        PLAIN
    }

    /** The hub's login at the server. */
    public record Login(String user, String password) {
        /** Hides the password. */
        @Override
        public String toString() {
            return user + " [REDACTED]";
        }
    }
}
