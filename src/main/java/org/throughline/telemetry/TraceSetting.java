package org.throughline.telemetry;

import java.net.URI;
import java.util.Optional;

/**
 * Where traces go.
 *
 * @param endpoint address that takes OTLP over HTTP
 * @param token sent as a bearer token, where the collector wants one
 */
public record TraceSetting(URI endpoint, Optional<String> token) {
    /** Hides the token. */
    @Override
    public String toString() {
        return endpoint + " [REDACTED]";
    }
}
