package org.throughline.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the hub listens for HTTP.
 *
 * @param host address to listen at; loopback unless the operator says otherwise
 * @param port port to listen at; 0 for any free one
 * @param tls certificate and key, where the hub itself speaks TLS
 * @param logs folder of the access log
 */
public record WebSetting(String host, int port, Optional<Tls> tls, Path logs, Limits limits) {

    /** PEM files of a certificate with its chain, and of its private key. */
    public record Tls(Path certificate, Path key) {}

    /**
     * What a request may take.
     *
     * @param upload most bytes of one file
     * @param silence longest time without a byte
     * @param requests requests a minute of one token
     * @param wrong requests a minute without a good token from one address
     */
    public record Limits(long upload, Duration silence, int requests, int wrong) {
        /** The limits of an installation. */
        public static final Limits USUAL = new Limits(500_000_000, Duration.ofSeconds(10), 120, 30);
    }
}
